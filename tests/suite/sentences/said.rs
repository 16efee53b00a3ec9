//! What is said of behaviours, sentences about the person, shared scales and screens, and of how many options can be chosen.

use super::Input::{self, Quiz};

/// Each input with all lines that the command line prints about it.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Quiz(
            r#""keys":[{"skill":"s"}]}]"#,
            r#""keys":[{"skill":"s"}]},{"id":"t","type":"statement","prompt":"P","scale":"d","skill":"s","aim":2}]"#,
        ),
        &[
            r#"error[unknown-scale] 3:157 /items/1/scale: There is no scale “d”."#,
            r#"  hint: Name it in `scales`, or name another."#,
        ],
    ),
    (
        Quiz(
            r#""items":[{"id":"i""#,
            r#""scales":[{"id":"d","steps":[{"text":"A","offset":1},{"text":"B","offset":2}]}],"items":[{"id":"t","type":"statement","prompt":"P","scale":"d","skill":"s","aim":3.5},{"id":"i""#,
        ),
        &[
            r#"error[flat-steps] 3:90 /items/0: All steps of the scale stand for one level in the statement “t”, so answers to it say nothing."#,
            r#"  hint: Give at least two steps offsets that differ, or aim further from the end of the levels."#,
        ],
    ),
    (
        Quiz(
            r#""items":"#,
            r#""scales":[{"id":"d","steps":[{"text":"A","offset":1},{"text":"long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long B"}]}],"items":"#,
        ),
        &[
            r#"error[step-long] 3:62 /scales/0/steps/1/text: The words of this step are too long: 201 bytes, at most 200 are read."#,
            r#"  hint: A step is a few words, such as “on my own”."#,
        ],
    ),
    (
        Quiz(r#""points":5"#, r#""points":5,"instructed":2"#),
        &[
            r#"error[instructed-scored] 3:105 /items/0/keys: An instructed item is never scored: it cannot have “keys”."#,
            r#"  hint: Take the field out, or `instructed`."#,
        ],
    ),
    (
        Quiz(
            r#""keys":[{"skill":"s"}]}]"#,
            r#""keys":[{"skill":"s"}]},{"id":"j","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"instructed":5}]"#,
        ),
        &[
            r#"error[unreachable-instructed] 3:193 /items/1/instructed: The item asks for step 5, but its steps go from 0 to 4."#,
        ],
    ),
    (
        Quiz(
            r#""keys":[{"skill":"s"}]}]"#,
            r#""keys":[{"skill":"s"}],"group":"g"},{"id":"j","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]},{"id":"k","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}],"group":"g"}]"#,
        ),
        &[
            r#"error[group-apart] 3:320 /items/2/group: Items of the group “g” do not follow each other, so they cannot stand on one screen."#,
            r#"  hint: Put them side by side, or give this one another group."#,
        ],
    ),
    (
        Quiz(
            r#""keys":[{"skill":"s"}]}]"#,
            r#""keys":[{"skill":"s"}],"group":"g"},{"id":"j","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}],"group":"g"},{"id":"k","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}],"group":"g"},{"id":"l","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}],"group":"g"},{"id":"m","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}],"group":"g"}]"#,
        ),
        &[
            r#"error[group-large] 3:550 /items/4/group: The group “g” has more than 4 items."#,
            r#"  hint: Split it in two."#,
        ],
    ),
    (
        Quiz(r#""points":5"#, r#""shows":[{"behaviour":"b","from":1}],"points":5"#),
        &[
            r#"warning[unknown-behaviour] 3:71 /items/0/shows/0/behaviour: No skill has the behaviour “b”, so it is not counted."#,
        ],
    ),
    (
        Quiz(
            r#""levels":["0","1","2","3","4"]}],
"items":[{"#,
            r#""levels":["0","1","2","3","4"],"behaviours":[{"id":"asks","name":"B"}]}],
"items":[{"shows":[{"behaviour":"ask","from":1}],"#,
        ),
        &[
            r#"warning[behaviour-rare] 2:100 /skills/0/behaviours/0/id: Items that offer the behaviour “asks”: 0. With fewer than two it is never mentioned."#,
            r#"  hint: Let options or steps of another item show it, or take it out."#,
            r#"warning[unknown-behaviour] 3:33 /items/0/shows/0/behaviour: No skill has the behaviour “ask”, so it is not counted."#,
            r#"  hint: did you mean “asks”?"#,
        ],
    ),
    (
        Quiz(
            r#""levels":["0","1","2","3","4"]"#,
            r#""levels":["0","1","2","3","4"],"behaviours":[{"id":"b","name":"B"}]"#,
        ),
        &[
            r#"warning[behaviour-rare] 2:100 /skills/0/behaviours/0/id: Items that offer the behaviour “b”: 0. With fewer than two it is never mentioned."#,
            r#"  hint: Let options or steps of another item show it, or take it out."#,
        ],
    ),
    (
        Quiz(r#""keys":[{"skill":"s"}]}]"#, r#""keys":[{"skill":"s"}],"shows":[{"behaviour":"b","from":5}]}]"#),
        &[
            r#"warning[unreachable-step] 3:115 /items/0/shows/0: An answer shows the behaviour from step 5 on, but steps go from 0 to 4."#,
            r#"warning[unknown-behaviour] 3:128 /items/0/shows/0/behaviour: No skill has the behaviour “b”, so it is not counted."#,
        ],
    ),
    (
        Quiz(
            r#""evidence":"#,
            r#""summary":[{"skill":"s","from":0,"to":0,"you":"Y","i":"I"},{"skill":"s","from":0,"to":0,"you":"Y","i":"I"},{"skill":"s","from":2,"to":1,"you":"Y","i":"I"}],"evidence":"#,
        ),
        &[
            r#"warning[summary-missing] 2:11 /skills/0: The skill “s” has no sentence about the person for a band from level 0 to level 1, so a result there has none."#,
            r#"  hint: Write twelve: for each level alone (0 to 0, 1 to 1, …), for each pair of neighbours (0 to 1, 1 to 2, …), and for bands that cross a whole level (0 to 2, 1 to 3, 2 to 4)."#,
            r#"warning[summary-again] 4:60 /summary/1: There is another sentence about the person for a band from level 0 to level 0; the first is said."#,
            r#"warning[summary-never] 4:108 /summary/2: No band goes from level 2 to level 1, so this sentence is never said."#,
            r#"  hint: Put the lower level first."#,
        ],
    ),
    (
        Quiz(
            r#""prompt":"P""#,
            r#""situation":"word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word","prompt":"P""#,
        ),
        &[
            r#"warning[situation-long] 3:48 /items/0/situation: The situation has 46 words; above 45, readers lose the thread."#,
            r#"  hint: Leave out what no option depends on."#,
        ],
    ),
    (
        Quiz(
            r#""prompt":"P""#,
            r#""situation":"S","prompt":"word word word word word word word word word word word word word word word word""#,
        ),
        &[
            r#"warning[question-long] 3:61 /items/0/prompt: The question has 16 words; keep it to 15, so that it is read at once."#,
            r#"  hint: Put the story into `situation`."#,
        ],
    ),
    (
        Quiz(r#""evidence":"#, r#""learn":[{"skill":"s","from":3,"to":3,"text":"T"}],"evidence":"#),
        &[r#"error[empty-band] 4:10 /learn/0: No level lies from 3 to below 3."#],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"m","type":"multiple","prompt":"P","min":2,"max":9,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},{"id":"b","text":"B"}]},"#,
        ),
        &[
            "error[unreachable-most] 3:10 /items/0: Nobody can choose 9 options: no more than 2 can be chosen together.",
            "  hint: Let max be 2, or leave it out.",
        ],
    ),
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"m","type":"multiple","prompt":"P","min":3,"max":9,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},{"id":"b","text":"B"}]},"#,
        ),
        &["error[unreachable-choice] 3:10 /items/0: Of the options, at least 3 cannot be chosen where at most 2 can."],
    ),
    // What was cut to a whole number is no reason for more.
    (
        Quiz(
            r#""items":["#,
            r#""items":[{"id":"j","type":"judge","prompt":"P","points":2.5,"skill":"s","options":[{"id":"a","text":"A","key":{"mean":3}},{"id":"b","text":"B","key":{"mean":2}},{"id":"c","text":"C","key":{"mean":1}}]},{"id":"m","type":"multiple","prompt":"P","max":2.5,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},{"id":"b","text":"B"}]},{"id":"p","type":"allocate","prompt":"P","total":10.5,"skill":"s","options":[{"id":"a","text":"A","target":[1,4]},{"id":"b","text":"B","target":[5,5]}]},"#,
        ),
        &[
            "error[shape-whole] 3:57 /items/0/points: 2.5 is not a whole number.",
            "error[shape-whole] 3:250 /items/1/max: 2.5 is not a whole number.",
            "error[shape-whole] 3:393 /items/2/total: 10.5 is not a whole number.",
        ],
    ),
];
