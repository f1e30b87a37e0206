//! From any JavaScript value to plain data. Every read is caught: a getter or a Proxy may throw.

use cakupan::scenario::Input;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// Reads a value of the host; what is no data, or throws, is `Unreadable` at its place.
pub fn read(value: &JsValue) -> Input {
    read_level(value, Input::DEPTH)
}

fn read_level(value: &JsValue, levels: usize) -> Input {
    if value.is_null() || value.is_undefined() {
        Input::Null
    } else if let Some(truth) = value.as_bool() {
        Input::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        Input::Number(number)
    } else if let Some(text) = value.as_string() {
        Input::Text(text)
    } else if value.is_object() && !value.is_function() {
        levels
            .checked_sub(1)
            .and_then(|levels| read_object(value, levels))
            .unwrap_or(Input::Unreadable)
    } else {
        Input::Unreadable
    }
}

fn read_object(value: &JsValue, levels: usize) -> Option<Input> {
    if Array::is_array(value) {
        let length = Reflect::get(value, &"length".into()).ok()?.as_f64()?;
        let length = (0..=Input::LENGTH).find(|known| f64::from(*known) >= length)?;
        let entry = |index| {
            Reflect::get_u32(value, index)
                .map_or(Input::Unreadable, |entry| read_level(&entry, levels))
        };
        return Some(Input::List((0..length).map(entry).collect()));
    }
    let keys = Reflect::own_keys(value.unchecked_ref()).ok()?;
    if keys.length() > Input::LENGTH {
        return None;
    }
    let mut entries = Vec::with_capacity(keys.length() as usize);
    for key in keys.iter() {
        // A key that is a symbol is none of ours.
        if let Some(name) = key.as_string() {
            let entry = Reflect::get(value, &key)
                .map_or(Input::Unreadable, |entry| read_level(&entry, levels));
            entries.push((name, entry));
        }
    }
    Some(Input::Object(entries))
}
