//! The XML of a part, event by event. Names are compared without their prefixes: writers choose those freely.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use crate::intake::protocol::WorkbookError;

/// A part that is being read.
pub struct Xml<R> {
    reader: quick_xml::Reader<R>,
    buffer: Vec<u8>,
}

/// What comes next.
pub enum Next<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// An element of this name ends.
    End(End<'x>),
    /// A piece of text, with what it stands for put in.
    Text(Cow<'x, str>),
    /// The part is over.
    Over,
}

/// The beginning of an element.
pub struct Element<'x>(BytesStart<'x>);

/// The end of an element.
pub struct End<'x>(quick_xml::events::BytesEnd<'x>);

impl End<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl Element<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Tells each attribute by its name without a prefix and its value. Fails where one is malformed.
    pub fn each(&self, mut take: impl FnMut(&str, &str)) -> Result<(), WorkbookError> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_malformed| WorkbookError::Broken)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_entity| WorkbookError::Broken)?;
            take(attribute.key.local_name().into_inner(), &value);
        }
        Ok(())
    }

    /// The value of an attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Result<Option<String>, WorkbookError> {
        let mut found = None;
        self.each(|own, value| {
            if own == name {
                found = Some(value.to_owned());
            }
        })?;
        Ok(found)
    }
}

impl<R: BufRead> Xml<R> {
    /// At the beginning of a part.
    pub fn new(part: R) -> Self {
        let mut reader = quick_xml::Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    /// What comes next. Fails where the part is no XML, or cannot be unpacked.
    pub fn next(&mut self) -> Result<Next<'_>, WorkbookError> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_malformed| WorkbookError::Broken)?;
        Ok(match event {
            Event::Start(element) | Event::Empty(element) => Next::Start(Element(element)),
            Event::End(end) => Next::End(End(end)),
            Event::Text(text) => Next::Text(Cow::Owned(text.xml10_content().into_owned())),
            Event::CData(text) => Next::Text(Cow::Owned(text.xml10_content().into_owned())),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(letter)) => Next::Text(Cow::Owned(letter.to_string())),
                Ok(None) => Next::Text(Cow::Borrowed(resolve_xml_entity(&name).ok_or(WorkbookError::Broken)?)),
                Err(_beyond_unicode) => return Err(WorkbookError::Broken),
            },
            Event::Eof => Next::Over,
            // Nothing that a sheet says.
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Next::Text(Cow::Borrowed("")),
        })
    }
}

/// Whether an attribute says yes.
pub fn is_yes(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
