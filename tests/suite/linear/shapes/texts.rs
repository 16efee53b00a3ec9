//! Shapes of author texts and of adverts.

use super::Shape;

/// What means something in an author's text.
pub const TEXT: [&str; 44] = [
    "*",
    "**",
    "*a ",
    "**a ",
    "*a* ",
    "a*",
    "a**b",
    "2*3",
    "`",
    "`a ``",
    "` a",
    "[",
    "]",
    "[a",
    "[](",
    "[a](b) ",
    "[a](",
    "](",
    "(",
    ")",
    "[`",
    "[ `a` ",
    "[\\]",
    "\\",
    "\\[",
    "\\\n",
    "\n",
    "\n\n",
    "- a\n",
    "-\n",
    "1. a\n",
    "9. ",
    "12. a\n\n",
    "- ",
    "a",
    "é",
    "\u{1f600}",
    "e\u{301}",
    "\u{301}",
    "\u{ad}",
    "\u{200f}",
    "\u{202e}",
    "![a](b)",
    "```\n",
];

/// What means something in an advert.
const ADVERT: [&str; 63] = [
    "a",
    "a ",
    "a\n",
    " ",
    "\n",
    "\r\n",
    "-",
    "- a\n",
    "- ",
    "•",
    "o \n",
    ".",
    ". ",
    ", ",
    ":",
    "(",
    "(5) ",
    "5 years ",
    "1.5",
    "&",
    "&amp;",
    "&eacute;",
    "& ",
    "&#",
    "<",
    "<a",
    "<a ",
    "<a b=",
    "<a b=\"",
    "<a b='<a c=\"",
    "<a b=\"<a\" ",
    "<b>",
    "</b>",
    "<li>",
    "<!--",
    "-->",
    "<!-",
    "<script>",
    "</script",
    "<style",
    "<?",
    "no ",
    "must have tea\n",
    "Requirements\n- tea\n",
    "product roadmap ",
    "prod-\nuct ",
    "not a roadmap. ",
    "e\u{301}",
    "\u{301}",
    "\u{202e}",
    "\u{1d40f}",
    "we have 5 years of ",
    "year(s) ",
    "<5 ",
    "5yrs",
    "plus ",
    "min 3 max 5 years ",
    "years of experience: 5 ",
    "years of experience (",
    "you have worked for 5 years ",
    "5 years of full time ",
    "senior ",
    "work with a, and the senior ",
];

pub fn adverts() -> Vec<Shape> {
    let mut shapes: Vec<Shape> = ADVERT.iter().map(|piece| Shape::repeated(piece)).collect();
    shapes.push(Shape::within("a tag", "<a ", "b=\"<a\" ", ""));
    shapes.push(Shape::within("a tag", "<a ", "b=\"<i\" c='<u' ", ""));
    shapes.push(Shape::within("a tag that closes", "<a ", "b=\"<a>\" ", ">roadmap"));
    shapes.push(Shape::within("a name", "<", "a", ""));
    shapes.push(Shape::within("a comment", "<!--", "<a b=", ""));
    shapes.push(Shape::within("a script", "<script>", "</scrip", ""));
    shapes.push(Shape::within("words between numbers", "5", " ( ", "years"));
    shapes.push(Shape::within("one line", "", "the your our ", ""));
    shapes.push(Shape::within("musts under a heading", "Essential\n", "- you must have tea\n", ""));
    shapes.push(Shape::within("a word", "", "prod-\n", ""));
    shapes
}

pub fn texts() -> Vec<Shape> {
    let mut shapes: Vec<Shape> = TEXT.iter().map(|piece| Shape::repeated(piece)).collect();
    shapes.push(Shape::new("styles within a link to a long address", |n| {
        format!("[{}](https://a.example/{})", "*a* ".repeat(n), "b".repeat(n))
    }));
    shapes.push(Shape::within("a link", "[", "\\[", "](b)"));
    shapes.push(Shape::within("a link", "[", "`a`", "](b)"));
    shapes.push(Shape::within("an address", "[a](", "b", ")"));
    shapes.push(Shape::within("code", "`", "[", "`"));
    shapes
}
