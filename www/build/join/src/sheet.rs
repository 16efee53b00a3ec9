//! Minifies style sheets inside scripts.

use oxc_allocator::Allocator;
use oxc_ast::ast::{Program, TemplateLiteral};
use oxc_ast_visit::{VisitMut, walk_mut};
use oxc_str::Str;

/// Takes comments, line ends and needless spaces out of the sheets of a program: of our templates only those span
/// lines.
pub fn shrink<'a>(allocator: &'a Allocator, program: &mut Program<'a>) {
    Sheets(allocator).visit_program(program);
}

/// The walk over the templates.
struct Sheets<'a>(&'a Allocator);

impl<'a> VisitMut<'a> for Sheets<'a> {
    fn visit_template_literal(&mut self, template: &mut TemplateLiteral<'a>) {
        walk_mut::walk_template_literal(self, template);
        if !template.quasis.iter().any(|part| part.value.raw.contains('\n')) {
            return;
        }
        for part in &mut template.quasis {
            // What is escaped stays: a sheet of ours has no such sign but in a string.
            let small = Str::from_str_in(&shorter(&part.value.raw), &self.0);
            part.value.raw = small;
            part.value.cooked = part.value.cooked.as_ref().map(|cooked| Str::from_str_in(&shorter(cooked), &self.0));
        }
    }
}

/// A part of a sheet without what only people read. What stands in quotation marks stays as it is.
fn shorter(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut quote = None;
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
        match (quote, next) {
            (None, '"') => quote = Some(next),
            (Some('"'), '"') => quote = None,
            _ => {}
        }
        let is_space = quote.is_none() && next.is_whitespace();
        if is_space {
            let before = small.chars().next_back();
            let after = rest.trim_start().chars().next();
            let needless =
                before.is_some_and(|sign| "{};,: ".contains(sign)) || after.is_some_and(|sign| "{};,".contains(sign));
            if !needless {
                small.push(' ');
            }
            continue;
        }
        if next == '}' && small.ends_with(';') {
            small.pop();
        }
        small.push(next);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::shorter;

    #[test]
    fn only_what_people_read_is_taken_out() {
        for (css, small) in [
            (
                "\n.a :hover, .b > c {\n  color: red; /* why: { */\n  content: \"a: ; \";\n}\n",
                ".a :hover,.b > c{color:red;content:\"a: ; \"}",
            ),
            ("@media (max-width: ", "@media (max-width:"),
            ("em) or (min-width: 2em) { .a", "em) or (min-width:2em){.a"),
            ("margin: 0 calc(1em + 2px)", "margin:0 calc(1em + 2px)"),
            (" }", "}"),
            ("", ""),
        ] {
            assert_eq!(shorter(css).trim(), small.trim(), "{css:?}");
        }
    }
}
