//! Documents that are XML in a zip package.

pub(super) mod docx;
pub(super) mod epub;
mod flow;
pub(super) mod odt;
mod package;
pub(super) mod pptx;
mod xml;
