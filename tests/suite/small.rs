/// The smallest quiz, on three lines: `head`, the items, and the rest.
pub const SMALL: &str = r#"{"format":"metier-quiz/1","id":"q","version":"1","language":"en","title":"T","about":"A","instruction":"best",
"skills":[{"id":"s","name":"S","definition":"D","levels":["0","1","2","3","4"]}],
"items":[{"id":"i","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]}],
"evidence":{"grade":0,"note":"N"}}"#;
