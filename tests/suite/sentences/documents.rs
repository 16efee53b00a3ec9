//! What is said of quizzes and catalogues.

use super::Input::{self, Quiz, Roles};

/// Each input with all lines that the command line prints about it.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Quiz(r#""note":"N"}}"#, r#""note":"N"}"#),
        &[
            "error[json-end] 4:34: The text ends in the middle of a value.",
            "  hint: A bracket or a quotation mark was not closed, or the file was cut off.",
        ],
    ),
    (
        Quiz(r#""version":"1""#, r#""version":None"#),
        &[
            "error[json-value] 1:46: Expected a value here: a string in double quotation marks, a number, true, false, null, a list or an object.",
            "  hint: Look for an extra comma before it, or for words without quotation marks.",
        ],
    ),
    (
        Quiz(r#""version":"1""#, r#""version":“1”"#),
        &[
            "error[json-quotes] 1:46: A name or a text begins with a straight double quotation mark, \", and not with “.",
            "  hint: Replace all of that kind, at both ends; word processors make them curly.",
        ],
    ),
    (
        Quiz(r#""version":"1","#, "\"version\":\"1\", // mine\n"),
        &[
            "error[json-comment] 1:51: JSON has no comments.",
            "  hint: Take it out, or write it as the text of a field “$comment”.",
        ],
    ),
    (
        Quiz(r#"{"format":"#, r#"<!doctype html><html>{"format":"#),
        &[
            "error[json-page] 1:1: This is a web page or XML, not a JSON document.",
            "  hint: The address may ask for a login, or lead to a page about the file instead of the file itself.",
        ],
    ),
    (
        Quiz(r#"["0","1""#, r#"["0" "1""#),
        &["error[json-array] 2:63 /skills/0/levels: Expected a comma or the ] that closes the list."],
    ),
    (
        Quiz(r#""id":"q","version""#, r#""id":"q" "version""#),
        &["error[json-object] 1:36: Expected a comma or the } that closes the object."],
    ),
    (
        Quiz(r#""note":"N"}"#, r#""note":"N",}"#),
        &[
            "error[json-key] 4:34 /evidence: Expected a field name in double quotation marks.",
            "  hint: Look for an extra comma before it, or for a name without quotation marks.",
        ],
    ),
    (
        Quiz(r#""id":"q""#, r#""id" "q""#),
        &["error[json-colon] 1:32: Expected a colon between the field name and its value."],
    ),
    (
        Quiz(r#""title":"T""#, "\"title\":\"T\t\""),
        &[
            "error[json-control] 1:76 /title: A string cannot contain a line break or another control character.",
            r#"  hint: Write \n for a line break."#,
        ],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"\x""#),
        &[
            r#"error[json-escape] 1:76 /title: A backslash can be followed only by " \ / b f n r t, or u and four hexadecimal digits."#,
        ],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"\ud83d""#),
        &[r#"error[json-surrogate] 1:75 /title: This \u… escape is half of a character; the other half is missing."#],
    ),
    (
        Quiz(r#""grade":0"#, r#""grade":01"#),
        &[
            "error[json-number] 4:22 /evidence/grade: This is not a valid JSON number.",
            "  hint: A JSON number has digits on both sides of the decimal point and no leading zeros.",
        ],
    ),
    (
        Quiz(r#""grade":0"#, r#""grade":1e400"#),
        &[
            "error[json-range] 4:21 /evidence/grade: This number is too large, too small or too long to be read exactly: at most 19 digits.",
        ],
    ),
    (
        Quiz(r#""note":"N"}}"#, r#""note":"N"}} x"#),
        &["error[json-trailing] 4:36: Unexpected text after the end of the document."],
    ),
    (
        Quiz(r#""points":5"#, r#""points":"5""#),
        &["error[shape-type] 3:58 /items/0/points: The value must be a JSON integer."],
    ),
    (Quiz(r#""title":"T","#, ""), &["error[shape-missing] 1:1: The field “title” is missing."]),
    (
        Quiz(r#""title":"T","#, r#""title":"T","minute":[1,2],"#),
        &["error[shape-unknown] 1:87 /minute: There is no field “minute” here.", "  hint: did you mean “minutes”?"],
    ),
    (
        Quiz(r#""best""#, r#""bset""#),
        &[
            "error[shape-word] 1:104 /instruction: “bset” is not one of these: would best done.",
            "  hint: did you mean “best”?",
        ],
    ),
    (
        Quiz(r#""points":5"#, r#""points":12"#),
        &["error[shape-range] 3:58 /items/0/points: 12 is not between 2 and 11."],
    ),
    (
        Quiz(r#""points":5"#, r#""points":4.5"#),
        &["error[shape-whole] 3:58 /items/0/points: 4.5 is not a whole number."],
    ),
    (
        Quiz(r#""id":"q""#, r#""id":"My quiz""#),
        &[
            "error[shape-id] 1:32 /id: “My quiz” cannot be an identifier.",
            "  hint: An identifier starts with a lower-case letter from a to z, followed by lower-case letters, digits and hyphens, at most 64 characters in all.",
        ],
    ),
    (
        Quiz(r#""language":"en""#, r#""language":"en_GB""#),
        &[
            "error[shape-language] 1:61 /language: “en_GB” is not a language tag.",
            "  hint: Write, for example, en, pt-BR or zh-Hant.",
        ],
    ),
    (Quiz(r#""title":"T""#, r#""title":" ""#), &["error[shape-empty] 1:74 /title: The text is empty."]),
    (
        Quiz(r#"["no","yes"]"#, r#"["no"]"#),
        &["error[shape-few] 3:70 /items/0/anchors: The list needs at least 2 entries, not 1."],
    ),
    (
        Quiz(r#""keys":[{"skill":"s"}]"#, r#""keys":[]"#),
        &[
            "error[skill-without-items] 2:11 /skills/0: No item measures the skill “s”, so nobody can get a level.",
            "  hint: Add a key on it to some item’s options, or remove the skill.",
            "warning[item-without-key] 3:10 /items/0: The item “i” says nothing about any skill.",
            "error[shape-few] 3:90 /items/0/keys: The list is empty, and needs at least one entry.",
        ],
    ),
    (
        Quiz(r#"["no","yes"]"#, r#"["no","so","yes"]"#),
        &["error[shape-many] 3:70 /items/0/anchors: The list has 3 entries; at most 2 are read."],
    ),
    (Quiz(r#""id":"q""#, r#""id":"q","id":"r""#), &["error[duplicate-key] 1:41 /id: The field “id” appears twice."]),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"i","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]},"#,
        ),
        &["error[duplicate-id] 3:113 /items/1/id: The identifier “i” is used twice."],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"T\u202e""#),
        &[
            "error[text-control] 1:74 /title: The text contains a control character, or one that changes the direction of the text around it.",
            "  hint: Delete it: it is invisible, but can make one text look like another.",
        ],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"[x](javascript:y)""#),
        &[
            "error[link-address] 1:74 /title: A link may not lead to “javascript:y”.",
            "  hint: Addresses begin with https:// or are relative to this document.",
        ],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"T\u200b""#),
        &[
            "warning[text-unseen] 1:74 /title: The text contains the invisible character U+200B.",
            "  hint: Delete it, unless the language needs it; the page leaves it out, or keeps its direction within this text.",
        ],
    ),
    (
        Quiz(
            r#""title":"T""#,
            r#""title":"A\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301""#,
        ),
        &[
            "error[text-marks] 1:74 /title: More than 30 marks, such as accents, are put on one letter, which takes minutes to draw.",
        ],
    ),
    (
        Quiz(r#""about":"A""#, r#""about":"A\n\n```\nlet a\n```""#),
        &[
            "warning[text-fence] 1:86 /about: The Markdown subset has no code blocks: their lines run together.",
            "  hint: Put short code between single backticks, or write it as plain paragraphs.",
        ],
    ),
    (
        Quiz(r###""about":"A""###, r###""about":"## Part one\n\nWords.""###),
        &[
            "warning[text-heading] 1:86 /about: The Markdown subset has no headings: the number signs are shown.",
            "  hint: Write the heading as a paragraph of its own, in **strong** words.",
        ],
    ),
    (
        Quiz(r#""about":"A""#, r#""about":"|a|b|\n|--|--|\n|1|2|""#),
        &[
            "warning[text-table] 1:86 /about: The Markdown subset has no tables: the bars are shown, and the lines run together.",
            "  hint: Write a list, one entry a line.",
        ],
    ),
    (
        Quiz(r#""about":"A""#, r#""about":"![A map](map.png)""#),
        &[
            "warning[text-image] 1:86 /about: The Markdown subset has no images: a “!” and a link are shown instead.",
            "  hint: Describe what the image shows, or link to it.",
        ],
    ),
    (
        Quiz(r#""about":"A""#, r#""about":"What is a*b*c?""#),
        &[
            "warning[text-star] 1:86 /about: Asterisks inside a word or a sum put part of it in emphasis and are not shown.",
            r"  hint: Write \* for an asterisk.",
        ],
    ),
    (
        Quiz(r#""about":"A""#, r#""about":"[bank](https://bank.example@other.example/x)""#),
        &[
            "warning[link-name] 1:86 /about: The link “https://bank.example@other.example/x” has a user name before its host and can pass for another address.",
            "  hint: Delete what stands before the @; the page leaves it out.",
        ],
    ),
    (
        Quiz(r#""evidence""#, r#""next":[{"title":"T","link":"https://127.0.0.1:8080/x"}],"evidence""#),
        &[
            "warning[link-machine] 4:29 /next/0/link: The link “https://127.0.0.1:8080/x” leads to the reader’s own machine, or hides where it leads.",
            "  hint: Write the address that others can open; the page shows its words without a link.",
        ],
    ),
    (
        Quiz(r#""evidence""#, r#""next":[{"title":"T","link":"https://192.168.1.2/x"}],"evidence""#),
        &[
            "warning[link-private] 4:29 /next/0/link: The link “https://192.168.1.2/x” leads into a private network, where most readers cannot follow it.",
            "  hint: Keep it if all readers are in that network.",
        ],
    ),
    (
        Quiz(r#""evidence""#, r#""learn":[{"skill":"ss","text":"L"}],"evidence""#),
        &["error[unknown-skill] 4:19 /learn/0/skill: There is no skill “ss”."],
    ),
    (
        Roles(r#""name":"S","group":"group""#, r#""name":"S","group":"gruop""#),
        &["error[unknown-group] 6:40 /skills/0/group: There is no group “gruop”.", "  hint: did you mean “group”?"],
    ),
    (
        Quiz(
            r#""evidence""#,
            r#""translations":[{"language":"de","strings":{"title":"T","about":"A","skills/s/name":"S","skills/s/definition":"D","skills/s/levels/0":"0","skills/s/levels/1":"1","skills/s/levels/2":"2","skills/s/levels/3":"3","skills/s/levels/4":"4","items/i/prompt":"P","items/i/anchors/0":"nein","items/i/anchors/1":"ja","evidence/note":"N","items/i/promt":"P"}}],"evidence""#,
        ),
        &[
            "error[unknown-text] 4:344 /translations/0/strings/items~1i~1promt: There is no text at “items/i/promt” to translate.",
            "  hint: did you mean “items/i/prompt”?",
        ],
    ),
    (
        Quiz(
            r#""evidence""#,
            r#""translations":[{"language":"de","strings":{"about":"A","skills/s/name":"S","skills/s/definition":"D","skills/s/levels/0":"0","skills/s/levels/1":"1","skills/s/levels/2":"2","skills/s/levels/3":"3","skills/s/levels/4":"4","items/i/prompt":"P","items/i/anchors/0":"nein","items/i/anchors/1":"ja","evidence/note":"N"}}],"evidence""#,
        ),
        &[
            "warning[missing-translation] 1:74 /title: The text “title” has no translation into de; the document's own words will be shown.",
        ],
    ),
    (
        Quiz(r#""skills":["#, r#""skills":[{"id":"t","name":"T","definition":"D","levels":["0","1","2","3","4"]},"#),
        &[
            "error[skill-without-items] 2:11 /skills/0: No item measures the skill “t”, so nobody can get a level.",
            "  hint: Add a key on it to some item’s options, or remove the skill.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"k","type":"single","prompt":"P","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}]},"#,
        ),
        &["warning[item-without-key] 3:10 /items/0: The item “k” says nothing about any skill."],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"m","type":"multiple","prompt":"P","options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},{"id":"b","text":"A"}]},"#,
        ),
        &[
            "error[unreachable-option] 3:134 /items/0/options/1/text: This option has the same words as the option “a”, so nobody can tell them apart.",
        ],
    ),
    (
        Quiz(r#"[{"skill":"s"}]"#, r#"[{"skill":"s"},{"skill":"s","reverse":true}]"#),
        &["error[unreachable-key] 3:114 /items/0/keys/1/skill: This second key on the skill “s” never counts."],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"j","type":"judge","prompt":"P","points":5,"skill":"s","options":[{"id":"a","text":"A","key":{"mean":6}},{"id":"b","text":"B","key":{"mean":2}},{"id":"c","text":"C","key":{"mean":2}}]},"#,
        ),
        &[
            "error[unreachable-mean] 3:109 /items/0/options/0/key: Ratings go from 1 to 5, so experts cannot rate this option 6.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"m","type":"multiple","prompt":"P","min":2,"max":1,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},{"id":"b","text":"B"}]},"#,
        ),
        &["error[unreachable-choice] 3:10 /items/0: Of the options, at least 2 cannot be chosen where at most 1 can."],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"j","type":"judge","prompt":"P","points":5,"skill":"s","options":[{"id":"a","text":"A","key":{"mean":2}},{"id":"b","text":"B","key":{"mean":2}},{"id":"c","text":"C","key":{"mean":2}}]},"#,
        ),
        &[
            "error[flat-key] 3:10 /items/0: All options of the item “j” have the same mean, so no rating agrees with it more than another.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"p","type":"allocate","prompt":"P","total":10,"skill":"s","options":[{"id":"a","text":"A","target":[1,2]},{"id":"b","text":"B"}]},"#,
        ),
        &[
            "error[target-or-key] 3:122 /items/0/options/1: The item “p” shares points out either by targets or by keys: with a skill of its own every option needs a target and none a key, without one none has a target.",
            "  hint: Give the item a skill and all of its options a target, such as [2, 4], or take skill and targets out.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"p","type":"allocate","prompt":"P","total":10,"skill":"s","options":[{"id":"a","text":"A","target":[4,2]},{"id":"b","text":"B","target":[6,8]}]},"#,
        ),
        &[
            "error[empty-target] 3:85 /items/0/options/0: A target cannot go from 4 to 2.",
            "  hint: Write the fewest points first, then the most.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"p","type":"allocate","prompt":"P","total":10,"skill":"s","options":[{"id":"a","text":"A","target":[1,2]},{"id":"b","text":"B","target":[2,4]}]},"#,
        ),
        &[
            "error[unreachable-target] 3:10 /items/0: No way of sharing out 10 points is within all targets: together they ask for 3 to 6.",
            "  hint: Widen a target, or change the total.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"r","type":"rank","prompt":"P","options":[{"id":"a","text":"A","keys":[{"skill":"s","level":2}]},{"id":"b","text":"B","keys":[{"skill":"s","level":1}]},{"id":"c","text":"C"}]},"#,
        ),
        &[
            "error[flat-order] 3:10 /items/0: The key of the item “r” on the skill “s” is on fewer than three options, or all its levels are the same: no order agrees with it more than another.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"n","type":"number","prompt":"P","correct":4,"min":9,"max":9,"keys":[{"skill":"s","level":2}]},"#,
        ),
        &[
            "error[empty-range] 3:10 /items/0: There are no numbers from 9 to 9.",
            "  hint: min must be the smaller of the two.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"l","type":"slider","prompt":"P","min":0,"max":10,"step":3,"anchors":["no","yes"],"keys":[{"skill":"s"}]},"#,
        ),
        &[
            "error[uneven-steps] 3:10 /items/0: Steps of 3 from 0 do not end at 10, or there are more than 1,000 of them.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"n","type":"number","prompt":"P","correct":-0.5,"min":0,"keys":[{"skill":"s","level":2}]},"#,
        ),
        &[
            "error[unreachable-correct] 3:59 /items/0/correct: The right answer, -0.5, is not from min to max, so nobody can give it.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"n","type":"number","prompt":"P","correct":4,"keys":[{"skill":"s","level":0}]},"#,
        ),
        &[
            "error[flat-right] 3:90 /items/0/keys/0/level: Right and wrong answers both stand for level 0 here, so they tell nothing.",
            "  hint: Say the level that people need to get it right; a wrong answer stands for two levels less, but not below 0.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"o","type":"sort","prompt":"P","groups":[{"id":"x","text":"X"},{"id":"y","text":"X"}],"options":[{"id":"a","text":"A","group":"x"},{"id":"b","text":"B","group":"y"}],"keys":[{"skill":"s","level":2}]},"#,
        ),
        &[
            "error[unreachable-group] 3:96 /items/0/groups/1/text: This group has the same words as the group “x”, so nobody can tell them apart.",
        ],
    ),
    (
        Quiz(r#""evidence""#, r#""feedback":[{"skill":"s","from":2,"to":2,"text":"F"}],"evidence""#),
        &["error[empty-band] 4:13 /feedback/0: No level lies from 2 to below 2."],
    ),
    (
        Quiz(
            r#""evidence""#,
            r#""feedback":[{"skill":"s","from":0,"to":2,"text":"F"},{"skill":"s","from":1,"to":4,"text":"F"},{"skill":"s","from":2,"to":4,"text":"G"}],"evidence""#,
        ),
        &[
            "warning[overlapping-bands] 4:54 /feedback/1: Another text is already said from 1 to below 2, so this one is not.",
            "  hint: Let each band of a skill begin where the one before ends.",
            "warning[overlapping-bands] 4:95 /feedback/2: Another text is already said from 2 to below 4, so this one is not.",
            "  hint: Let each band of a skill begin where the one before ends.",
        ],
    ),
    (
        Quiz(
            "\"4\"]}],\n\"items\":[",
            r#""4"]},{"id":"t","name":"T","definition":"D","levels":["0","1","2","3","4"]}],"meaning":[{"role":"r","name":"R","need":1,"weight":0.1}],
"items":[{"id":"j","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"t"}]},"#,
        ),
        &[
            "warning[meaning-unseen] 2:163 /meaning/0: What a skill means in roles is shown for a quiz of one skill; this quiz has 2.",
        ],
    ),
    (
        Quiz(
            r#""evidence""#,
            r#""translations":[{"language":"EN","strings":{"title":"T","about":"A","skills/s/name":"S","skills/s/definition":"D","skills/s/levels/0":"0","skills/s/levels/1":"1","skills/s/levels/2":"2","skills/s/levels/3":"3","skills/s/levels/4":"4","items/i/prompt":"P","items/i/anchors/0":"no","items/i/anchors/1":"yes","evidence/note":"N"}}],"evidence""#,
        ),
        &[
            "warning[own-language] 4:29 /translations/0/language: The quiz is in EN itself, so this translation is never shown.",
        ],
    ),
    (
        Quiz(r#""title":"T""#, r#""title":"T","minutes":[5,3]"#),
        &["error[minutes-order] 1:88 /minutes: At least 5 minutes cannot be at most 3."],
    ),
    (
        Quiz(
            r#""title":"T""#,
            r#""title":"T","forms":[{"id":"a","name":"A","link":"a.html"},{"id":"a","name":"B","link":"javascript:b"}]"#,
        ),
        &[
            "error[forms-without-own] 1:87 /forms/0: The forms do not name this quiz, “q”.",
            "  hint: Put this quiz among its own forms, with its name and its address.",
            "error[duplicate-id] 1:131 /forms/1/id: The identifier “a” is used twice.",
            "error[link-address] 1:153 /forms/1/link: A link may not lead to “javascript:b”.",
            "  hint: Addresses begin with https:// or are relative to this document.",
        ],
    ),
    (
        Quiz(
            r#""title":"T""#,
            r#""title":"T","forms":[{"id":"q","name":"A","link":"a.html"},{"id":"b","name":" *A* ","link":"b.html"}]"#,
        ),
        &[
            "warning[forms-alike] 1:142 /forms/1/name: Two forms are called “ *A* ”: nobody can tell one from the other.",
        ],
    ),
    (
        Quiz(r#""grade":0"#, r#""grade":1"#),
        &[
            "error[evidence-missing] 4:12 /evidence: Evidence grade 1 needs the field “experts”, and enough of it.",
            "  hint: Grade 1 needs 5 experts, grade 2 also 200 people and a reliability, grade 3 also 500 people and a fit, grade 4 also a study. Otherwise say a lower grade.",
        ],
    ),
    (
        Roles(r#""name":"S","#, r#""name":"S","learn":[{"text":"T","from":3,"to":3}],"#),
        &[r#"error[empty-band] 6:41 /skills/0/learn/0: No level lies from 3 to below 3."#],
    ),
    (
        Roles(r#""floor":2"#, r#""floor":3.5"#),
        &["error[floor-above-need] 7:52 /roles/0/needs/0: The must-have 3.5 is above the need 3."],
    ),
    (
        Roles(r#""across":0.3"#, r#""across":0.6"#),
        &[
            "error[correlation-order] 2:9 /model: The correlation across groups, 0.6, is greater than the one within them, 0.5.",
        ],
    ),
];
