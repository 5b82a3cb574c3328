//! What a format gets, and where it puts the documents it makes of it.

use super::decode::{Decoded, decode};
use super::limits::{Allowance, size, too_many};
use super::{Failure, FailureKind, Fault, LARGEST_INPUT, ReadOptions};
use crate::document::Document;

/// The bytes that a format reads.
#[derive(Debug)]
pub struct Raw<'a> {
    /// What the document is called.
    pub name: &'a str,
    /// All bytes of it.
    pub bytes: Vec<u8>,
    /// How it is to be read.
    pub options: &'a ReadOptions,
    /// What may still be unpacked.
    pub allowance: &'a Allowance,
}

impl Raw<'_> {
    /// The bytes as text.
    ///
    /// # Errors
    /// When they are not text.
    pub fn into_text(self) -> Result<Decoded, Fault> {
        decode(self.bytes, self.options.encoding).ok_or_else(Fault::binary)
    }
}

/// Takes the documents of an input, one by one, in their order.
pub struct Documents<'s> {
    sink: &'s mut dyn FnMut(Result<Document, Failure>),
    allowance: &'s Allowance,
    taken: usize,
}

impl<'s> Documents<'s> {
    /// Documents of an input that go to `sink`, as many and as soon as the allowance says.
    pub fn new(
        allowance: &'s Allowance,
        sink: &'s mut dyn FnMut(Result<Document, Failure>),
    ) -> Self {
        Self {
            sink,
            allowance,
            taken: 0,
        }
    }

    /// Hands a document on.
    ///
    /// # Errors
    /// When there are too many: then the reader is to stop.
    pub fn push(&mut self, document: Document) -> Result<(), Fault> {
        if document.text().len() as u64 > LARGEST_INPUT {
            let reason = format!("a text of more than {}", size(LARGEST_INPUT));
            let failure = Failure::new(document.path, FailureKind::TooLarge, reason);
            return self.fail(failure);
        }
        if let Err(fault) = self.allowance.check_time() {
            return self.fail(fault.of(document.path));
        }
        self.hand_on(Ok(document))
    }

    /// Tells of a part of the input that gives no document, while the others do.
    ///
    /// # Errors
    /// As [`Documents::push`].
    pub fn fail(&mut self, failure: Failure) -> Result<(), Fault> {
        self.hand_on(Err(failure))
    }

    /// How many have been handed on.
    pub fn taken(&self) -> usize {
        self.taken
    }

    fn hand_on(&mut self, outcome: Result<Document, Failure>) -> Result<(), Fault> {
        let most = self.allowance.limits().documents;
        if self.taken >= most {
            return Err(too_many(most));
        }
        self.taken += 1;
        (self.sink)(outcome);
        // What others do with a document is not the time of the next.
        self.allowance.begin();
        Ok(())
    }
}
