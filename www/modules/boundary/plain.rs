//! Records as plain frozen objects.
//!
//! `serde-wasm-bindgen` writes what has no parts. Objects and lists are made here, so that they are frozen as they are
//! closed and the names of fields are looked up in a short list: its own hash map of them is a kilobyte of the module.

use js_sys::{Array, Object, Reflect};
use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use serde_wasm_bindgen::{Error, Serializer as Values};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The names of fields met so far, by the place of their letters.
type Names = RefCell<Vec<(&'static str, JsValue)>>;
type Done = Result<JsValue, Error>;

/// `record` as frozen data.
pub fn plain(record: &impl Serialize) -> JsValue {
    record.serialize(Plain(&Names::default())).unwrap_or_default()
}

#[derive(Clone, Copy)]
struct Plain<'n>(&'n Names);

/// An object being filled.
struct Fields<'n>(Object, Plain<'n>);

/// A list being filled.
struct Entries<'n>(Array, Plain<'n>);

impl Fields<'_> {
    // Once, not once for every kind of value: with the error, and with the end of the value.
    #[inline(never)]
    fn set(&self, name: &'static str, value: Done) -> Result<(), Error> {
        // Setting a field of an object just made cannot fail.
        let _ = Reflect::set(&self.0, &self.1.name(name), &value?);
        Ok(())
    }
}

impl SerializeStruct for Fields<'_> {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.set(name, value.serialize(self.1))
    }

    fn end(self) -> Done {
        Ok(Object::freeze(&self.0).into())
    }
}

impl Entries<'_> {
    #[inline(never)]
    fn push(&self, value: Done) -> Result<(), Error> {
        self.0.push(&value?);
        Ok(())
    }
}

impl SerializeSeq for Entries<'_> {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.push(value.serialize(self.1))
    }

    fn end(self) -> Done {
        Ok(Object::freeze(&self.0).into())
    }
}

impl SerializeTuple for Entries<'_> {
    type Ok = JsValue;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Done {
        SerializeSeq::end(self)
    }
}

impl Plain<'_> {
    fn name(self, name: &'static str) -> JsValue {
        let mut names = self.0.borrow_mut();
        if let Some((_, known)) = names.iter().find(|(known, _)| std::ptr::eq(*known, name)) {
            return known.clone();
        }
        let value = JsValue::from_str(name);
        names.push((name, value.clone()));
        value
    }
}

/// Writes each of these kinds of value as `serde-wasm-bindgen` does.
macro_rules! values {
    ($($method:ident($($value:ident: $type:ty),*);)+) => {
        $(fn $method(self, $($value: $type),*) -> Done {
            (&Values::json_compatible()).$method($($value),*)
        })+
    };
}

impl<'n> Serializer for Plain<'n> {
    type Ok = JsValue;
    type Error = Error;
    type SerializeSeq = Entries<'n>;
    type SerializeTuple = Entries<'n>;
    type SerializeTupleStruct = Impossible<JsValue, Error>;
    type SerializeTupleVariant = Impossible<JsValue, Error>;
    type SerializeMap = Impossible<JsValue, Error>;
    type SerializeStruct = Fields<'n>;
    type SerializeStructVariant = Impossible<JsValue, Error>;

    values! {
        serialize_bool(value: bool);
        serialize_i8(value: i8);
        serialize_i16(value: i16);
        serialize_i32(value: i32);
        serialize_i64(value: i64);
        serialize_u8(value: u8);
        serialize_u16(value: u16);
        serialize_u32(value: u32);
        serialize_u64(value: u64);
        serialize_f32(value: f32);
        serialize_f64(value: f64);
        serialize_char(value: char);
        serialize_str(value: &str);
        serialize_bytes(value: &[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(name: &'static str);
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        Ok(self.name(variant))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'n>, Error> {
        Ok(Entries(Array::new(), self))
    }

    /// Several records that leave together.
    fn serialize_tuple(self, _: usize) -> Result<Entries<'n>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'n>, Error> {
        Ok(Fields(Object::new(), self))
    }

    // No record that crosses has any of these.

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        Err(Error::new(name))
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        Err(Error::new(name))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(Error::new(name))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        Err(Error::new("map"))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(Error::new(name))
    }
}
