//! Enough of TypeScript's types to hold JSON against them: objects, lists, tuples, unions, words, references.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
enum Type {
    /// One of several.
    Union(Vec<Type>),
    /// All of several, each an object or a reference to one.
    All(Vec<Type>),
    Object(Vec<Field>),
    List(Box<Type>),
    /// A word, and no other.
    Word(String),
    /// `string`, `number`, `boolean`, `null`, `unknown`, or the name of another type.
    Named(String),
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    optional: bool,
    value: Type,
}

/// Places of types, each once: a field that may be left out, a part of a union.
pub type Seen = BTreeSet<String>;

/// The types that a file exports.
pub struct Types(BTreeMap<String, Type>);

impl Types {
    pub fn read(text: &str) -> Types {
        let mut types = BTreeMap::new();
        let mut reader = Reader { rest: text };
        loop {
            reader.blank();
            let Some(rest) = reader.rest.strip_prefix("export type ") else { break };
            reader.rest = rest;
            let name = reader.name();
            reader.take("=");
            types.insert(name, reader.union());
            reader.take(";");
        }
        assert!(reader.rest.is_empty(), "this is no type: {}", &reader.rest[..reader.rest.len().min(200)]);
        Types(types)
    }

    pub fn nothing_seen(&self) -> Seen {
        Seen::new()
    }

    /// Holds a value against a type; what does not fit is added to `wrong`, with its place.
    pub fn check(&self, name: &str, value: &Value, seen: &mut Seen, wrong: &mut Vec<String>) {
        self.hold(&Type::Named(name.to_owned()), value, name, seen, wrong);
    }

    fn hold(&self, wanted: &Type, value: &Value, place: &str, seen: &mut Seen, wrong: &mut Vec<String>) {
        match (wanted, value) {
            (Type::Union(parts), _) => match parts.iter().find(|part| self.fits(part, value)) {
                Some(part) => {
                    seen.insert(format!("{place}: {}", said(part)));
                    self.hold(part, value, place, seen, wrong);
                }
                None => wrong.push(format!("{place}: {value} is none of {}", said(wanted))),
            },
            (Type::Object(_) | Type::All(_), Value::Object(object)) => {
                let fields = self.fields(wanted);
                for name in object.keys().filter(|name| fields.iter().all(|field| field.name != **name)) {
                    wrong.push(format!("{place} has a field {name}"));
                }
                for field in &fields {
                    let place = format!("{place}.{}", field.name);
                    match object.get(&field.name) {
                        Some(value) => {
                            seen.insert(place.clone());
                            self.hold(&field.value, value, &place, seen, wrong);
                        }
                        None if field.optional => {}
                        None => wrong.push(format!("{place} is missing")),
                    }
                }
            }
            (Type::List(entry), Value::Array(list)) => {
                list.iter().for_each(|value| self.hold(entry, value, place, seen, wrong))
            }
            (Type::Named(name), _) => match self.0.get(name) {
                // Where a type has a name its parts are told by that, wherever it stands.
                Some(wanted) => self.hold(wanted, value, name, seen, wrong),
                None if self.fits(wanted, value) => {}
                None => wrong.push(format!("{place}: {value} is no {name}")),
            },
            (Type::Word(word), Value::String(found)) if word == found => {}
            _ => wrong.push(format!("{place}: {value} is no {}", said(wanted))),
        }
    }

    /// Whether a value is of this kind at all: a part of a union is chosen by that.
    fn fits(&self, wanted: &Type, value: &Value) -> bool {
        match wanted {
            Type::Union(parts) => parts.iter().any(|part| self.fits(part, value)),
            Type::All(_) | Type::Object(_) => value.is_object(),
            Type::List(_) => value.is_array(),
            Type::Word(word) => value.as_str() == Some(word),
            Type::Named(name) => match name.as_str() {
                "string" => value.is_string(),
                "number" => value.is_number(),
                "boolean" => value.is_boolean(),
                "null" => value.is_null(),
                "unknown" => true,
                "Record" => value.is_object(),
                other => self.0.get(other).is_some_and(|wanted| self.fits(wanted, value)),
            },
        }
    }

    fn fields(&self, wanted: &Type) -> Vec<Field> {
        match wanted {
            Type::Object(fields) => fields.clone(),
            Type::All(parts) => parts.iter().flat_map(|part| self.fields(part)).collect(),
            Type::Named(name) => self.0.get(name).map(|wanted| self.fields(wanted)).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// The fields and the parts of unions that were never seen, of the types of which anything was.
    pub fn unseen(&self, seen: &Seen) -> Vec<String> {
        let mut places = Vec::new();
        for (name, wanted) in &self.0 {
            self.places(wanted, name, &mut places);
        }
        let told = |place: &&String| {
            let name = place.split(['.', ':']).next().unwrap_or_default();
            seen.iter().any(|one| one.split(['.', ':']).next() == Some(name))
        };
        let mut unseen: Vec<String> =
            places.iter().filter(told).filter(|place| !seen.contains(*place)).cloned().collect();
        unseen.sort();
        unseen
    }

    /// Every place where one of several words may stand, with those words.
    pub fn word_sets(&self) -> BTreeMap<String, BTreeSet<&str>> {
        let mut sets = BTreeMap::new();
        for (name, wanted) in &self.0 {
            words(wanted, name, &mut sets);
        }
        sets
    }

    fn places(&self, wanted: &Type, place: &str, places: &mut Vec<String>) {
        match wanted {
            Type::Union(parts) => {
                for part in parts {
                    places.push(format!("{place}: {}", said(part)));
                    self.places(part, place, places);
                }
            }
            Type::Object(fields) => {
                for field in fields {
                    let place = format!("{place}.{}", field.name);
                    if field.optional {
                        places.push(place.clone());
                    }
                    self.places(&field.value, &place, places);
                }
            }
            Type::All(parts) => parts.iter().for_each(|part| self.places(part, place, places)),
            Type::List(entry) => self.places(entry, place, places),
            Type::Word(_) | Type::Named(_) => {}
        }
    }
}

fn words<'t>(wanted: &'t Type, place: &str, sets: &mut BTreeMap<String, BTreeSet<&'t str>>) {
    match wanted {
        Type::Union(parts) => {
            let said =
                parts.iter().filter_map(|part| if let Type::Word(word) = part { Some(word.as_str()) } else { None });
            let said: BTreeSet<&str> = said.collect();
            if !said.is_empty() {
                sets.insert(place.to_owned(), said);
            }
            parts.iter().for_each(|part| words(part, place, sets));
        }
        Type::Object(fields) => {
            fields.iter().for_each(|field| words(&field.value, &format!("{place}.{}", field.name), sets))
        }
        Type::All(parts) => parts.iter().for_each(|part| words(part, place, sets)),
        Type::List(entry) => words(entry, place, sets),
        Type::Word(_) | Type::Named(_) => {}
    }
}

/// A type in words short enough for a list.
fn said(wanted: &Type) -> String {
    match wanted {
        Type::Union(parts) => parts.iter().map(said).collect::<Vec<_>>().join(" | "),
        Type::All(_) | Type::Object(_) => "an object".into(),
        Type::List(entry) => format!("{}[]", said(entry)),
        Type::Word(word) => format!("{word:?}"),
        Type::Named(name) => name.clone(),
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    /// Passes over white space and comments.
    fn blank(&mut self) {
        loop {
            self.rest = self.rest.trim_start();
            if let Some(comment) = self.rest.strip_prefix("/*") {
                self.rest = comment.split_once("*/").unwrap().1;
            } else if self.rest.starts_with("//") {
                self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
            } else {
                return;
            }
        }
    }

    fn has(&mut self, sign: &str) -> bool {
        self.blank();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take(&mut self, sign: &str) {
        assert!(self.has(sign), "{sign} is missing before {}", &self.rest[..self.rest.len().min(80)]);
    }

    fn name(&mut self) -> String {
        self.blank();
        let end = self.rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        assert!(!name.is_empty(), "a name is missing before {}", &self.rest[..self.rest.len().min(80)]);
        self.rest = rest;
        name.to_owned()
    }

    fn union(&mut self) -> Type {
        self.has("|");
        let mut parts = vec![self.all()];
        while self.has("|") {
            parts.push(self.all());
        }
        if parts.len() == 1 { parts.remove(0) } else { Type::Union(parts) }
    }

    fn all(&mut self) -> Type {
        let mut parts = vec![self.lists()];
        while self.has("&") {
            parts.push(self.lists());
        }
        if parts.len() == 1 { parts.remove(0) } else { Type::All(parts) }
    }

    fn lists(&mut self) -> Type {
        let mut one = self.one();
        while self.has("[]") {
            one = Type::List(Box::new(one));
        }
        one
    }

    fn one(&mut self) -> Type {
        if self.has("{") {
            let mut fields = Vec::new();
            while !self.has("}") {
                let name = self.name();
                let optional = self.has("?");
                self.take(":");
                fields.push(Field { name, optional, value: self.union() });
                self.has(";");
            }
            return Type::Object(fields);
        }
        if self.has("(") {
            let inner = self.union();
            self.take(")");
            return inner;
        }
        if self.has("\"") {
            let (word, rest) = self.rest.split_once('"').unwrap();
            let word = word.to_owned();
            self.rest = rest;
            return Type::Word(word);
        }
        let name = self.name();
        if self.has("<") {
            // Of what a record holds nothing is told.
            self.rest = self.rest.split_once('>').unwrap().1;
        }
        Type::Named(name)
    }
}
