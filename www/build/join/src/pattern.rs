//! Regular expressions that could take more than one pass: none is released, whatever text they may meet.

use oxc_ast::ast::{Program, RegExpLiteral};
use oxc_ast_visit::Visit;

/// Refuses a program with a pattern that can begin again at each character, or share the same characters among two
/// loops.
pub fn check(path: &str, program: &Program) -> Result<(), String> {
    let mut patterns = Patterns(Vec::new());
    patterns.visit_program(program);
    match patterns.0.into_iter().find(|pattern| !is_linear(pattern)) {
        Some(pattern) => {
            Err(format!("{path}: /{pattern}/ may look at the same characters again and again; write a loop instead."))
        }
        None => Ok(()),
    }
}

/// The patterns found.
struct Patterns(Vec<String>);

impl<'a> Visit<'a> for Patterns {
    fn visit_reg_exp_literal(&mut self, literal: &RegExpLiteral<'a>) {
        self.0.push(literal.regex.pattern.text.to_string());
    }
}

/// Whether a pattern is of the plain kind that never looks twice: at most one loop without bound in each alternative,
/// none within another, and before anything that may still fail only where the pattern is tied to the start.
fn is_linear(pattern: &str) -> bool {
    let mut rest = pattern;
    alternatives(&mut rest, pattern.starts_with('^')).is_some()
}

/// Reads alternatives as far as the end or a closing bracket; gives whether one of them loops without bound, nothing
/// where a rule is broken.
fn alternatives(rest: &mut &str, tied: bool) -> Option<bool> {
    let mut any = sequence(rest, tied)?;
    while let Some(after) = rest.strip_prefix('|') {
        *rest = after;
        any |= sequence(rest, after.starts_with('^'))?;
    }
    Some(any)
}

/// Reads one alternative.
fn sequence(rest: &mut &str, tied: bool) -> Option<bool> {
    let mut looped = false;
    while !rest.is_empty() && !rest.starts_with(['|', ')']) {
        let is_end = rest.starts_with('$');
        let mut inner = false;
        if let Some(after) = rest.strip_prefix('(') {
            *rest =
                ["?:", "?=", "?!", "?<=", "?<!"].into_iter().find_map(|kind| after.strip_prefix(kind)).unwrap_or(after);
            inner = alternatives(rest, tied)?;
            *rest = rest.strip_prefix(')')?;
        } else {
            atom(rest)?;
        }
        let loops = takes_unbounded(rest);
        // What comes after a loop may fail, and then all of it is tried anew from the next character on.
        if looped && !(tied && !inner && !loops || is_end && tied) || loops && inner {
            return None;
        }
        looped |= loops || inner;
    }
    Some(looped)
}

/// Passes over one character, class or escape.
fn atom(rest: &mut &str) -> Option<()> {
    let mut signs = rest.char_indices();
    let (_, first) = signs.next()?;
    let end = match first {
        '\\' => {
            let (at, kind) = signs.next()?;
            let braced = matches!(kind, 'p' | 'P' | 'u') && rest.get(at + 1..)?.starts_with('{');
            if braced { rest.find('}')? + 1 } else { at + kind.len_utf8() }
        }
        '[' => {
            let mut escaped = false;
            let closing = signs.find(|(_, sign)| {
                let closes = *sign == ']' && !escaped;
                escaped = *sign == '\\' && !escaped;
                closes
            });
            closing?.0 + 1
        }
        other => other.len_utf8(),
    };
    *rest = rest.get(end..)?;
    Some(())
}

/// Passes over what says how often; gives whether that is without bound.
fn takes_unbounded(rest: &mut &str) -> bool {
    let (unbounded, length) = match rest.chars().next() {
        Some('*' | '+') => (true, 1),
        Some('?') => (false, 1),
        Some('{') => {
            let end = rest.find('}').map_or(rest.len(), |at| at + 1);
            (rest.get(..end).is_some_and(|times| times.ends_with(",}")), end)
        }
        _ => (false, 0),
    };
    *rest = rest.get(length..).unwrap_or_default();
    if length > 0 {
        *rest = rest.strip_prefix('?').unwrap_or(rest);
    }
    unbounded
}

#[cfg(test)]
mod tests {
    use super::is_linear;

    #[test]
    fn patterns_that_look_twice_are_found() {
        for pattern in [
            r".*\/",
            r"\s+$",
            r"<[a-z0-9:]*[^<>]*>",
            r"^\d+\.?\d*$",
            r"(a+)+",
            r"^(\s*\w)*$",
            r"a*b",
            r"^(x+x+)+y",
            r"\d{2,}:",
            r"a|b*c",
        ] {
            assert!(!is_linear(pattern), "{pattern}");
        }
    }

    #[test]
    fn patterns_of_one_pass_are_not() {
        for pattern in [
            r"^[-+]?[\d.,]*$",
            r"\s+",
            r"\.html.*",
            r"^(https?|file):$",
            r"\p{Nd}",
            r"^[\s\-–—*•·▪◦‣]+",
            r"[\]*]+",
            r"(?<=\d)['’ ](?=\d)",
            r"^\d{1,3}$",
            r"\{\w{1,40}\}",
            r"^text\/html\b",
            "^(%PDF-|PK\u{3}\u{4})|\u{0}",
        ] {
            assert!(is_linear(pattern), "{pattern}");
        }
    }
}
