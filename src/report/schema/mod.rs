//! The JSON Schemas of the outputs.

/// Name and text of each schema.
pub static SCHEMAS: &[(&str, &str)] = &[
    ("summary", include_str!("summary.json")),
    ("keywords", include_str!("keywords.json")),
    ("comparison", include_str!("comparison.json")),
    ("evaluation", include_str!("evaluation.json")),
    ("context", include_str!("context.json")),
];

/// The text of the schema with this name.
pub fn by_name(name: &str) -> Option<&'static str> {
    SCHEMAS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}
