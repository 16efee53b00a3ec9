//! Adding and removing results: the others stay letter for letter, and nothing overwrites what was not read.

use super::{codes, of, result, saved, three};
use crate::support::SMALL;
use metier::saved::Saved;
use metier::saved::edit::EMPTY;
use serde_json::{Value, json};

fn small(taken: &str, category: u32) -> String {
    format!(r#"{{ "quiz":{SMALL}, "language":"en","seed":1,"taken":"{taken}", "answers":{{"i":{category}}} }}"#)
}

fn with(results: &[String]) -> String {
    format!(
        "\u{feff}{{ \"$comment\": \"Mine, \\\"}}\\\\\", \"results\": [{}],\n\"origin\":\"teacher\" , \"format\":\"metier-profile/1\"}}",
        results.join(" ,\n")
    )
}

#[test]
fn a_result_is_added_at_the_end() {
    let first = saved(EMPTY).add(&small("2026-01-01", 1)).unwrap();
    let second = saved(&first).add(&format!("\n{}\n", small("2026-01-02", 2))).unwrap();
    let read: Value = serde_json::from_str(&second).unwrap();
    assert_eq!(read["format"], "metier-profile/1");
    assert_eq!(read["results"][0]["answers"]["i"], 1);
    assert_eq!(read["results"][1]["answers"]["i"], 2);
    assert!(second.contains(&small("2026-01-01", 1)) && second.contains(&small("2026-01-02", 2)));
    assert!(saved(&second).problems.is_empty());
}

#[test]
fn what_else_stands_in_the_text_stays() {
    let broken = r#"{"quiz": {"format":"metier-quiz/9", "new" : [ 1.50 ]}, "of": "a later version"}"#.to_owned();
    let text = with(&[small("2026-01-01", 1), broken.clone(), small("2026-01-03", 3)]);
    let profile = saved(&text);
    assert_eq!(codes(&profile.problems), ["profile-quiz"]);
    let longer = profile.add(&small("2026-01-04", 4)).unwrap();
    assert!(
        longer.contains(&broken)
            && longer.contains(r#""$comment":"Mine, \"}\\""#)
            && longer.contains(r#""origin":"teacher""#),
        "{longer}"
    );
    let shorter = saved(&longer).remove(0).unwrap();
    let read: Value = serde_json::from_str(&shorter).unwrap();
    assert_eq!(read["results"].as_array().unwrap().len(), 3);
    assert_eq!(read["results"][1]["taken"], "2026-01-03");
    assert!(shorter.contains(&broken));
    assert_eq!(saved(&shorter).origin.as_deref(), Some("teacher"));
    assert_eq!(saved(&shorter).remove(9).unwrap(), shorter, "there is no such result");
}

#[test]
fn the_origin_is_set_and_taken_away() {
    let text = with(&[small("2026-01-01", 1)]);
    let other = saved(&text).come_from(Some("sales-engineer")).unwrap();
    assert_eq!(saved(&other).origin.as_deref(), Some("sales-engineer"));
    let none = saved(&other).come_from(None).unwrap();
    assert_eq!(saved(&none).origin, None);
    assert!(!none.contains("origin"));
    let written = saved(&text.replace("\"origin\"", "\"orig\\u0069n\""));
    assert_eq!(written.origin.as_deref(), Some("teacher"));
    let other = saved(&written.come_from(Some("sales-engineer")).unwrap());
    assert_eq!((other.origin.as_deref(), codes(&other.problems)), (Some("sales-engineer"), Vec::new()));
    for wrong in ["", "Sales", "a\"b", "a\\", "-", &"a".repeat(65)] {
        assert_eq!(codes(&saved(&text).come_from(Some(wrong)).unwrap_err()), ["shape-id"], "{wrong}");
    }
}

#[test]
fn a_result_that_cannot_be_read_is_not_added() {
    let profile = saved(EMPTY);
    for (result, code) in [
        ("", "json-end"),
        ("{}", "shape-missing"),
        (r#"{"quiz":1}"#, "shape-type"),
        (&small("2026-02-29", 1), "profile-day"),
        (&small("2026-01-01", 7), "answer-range"),
        (&small("2026-01-01", 1).replace("quiz/1", "quiz/2"), "profile-quiz"),
        (&format!("{} {}", small("2026-01-01", 1), small("2026-01-01", 1)), "json-trailing"),
        (&small("2026-01-01", 1).replace("\"seed\"", "\"seed\":1,\"seed\""), "duplicate-key"),
    ] {
        let problems = profile.add(result).unwrap_err();
        assert!(codes(&problems).contains(&code), "{result}: {problems:?}");
    }
}

/// What was not read to its end is never written over.
#[test]
fn a_damaged_text_is_not_edited() {
    let whole = with(&[small("2026-01-01", 1), small("2026-01-02", 2)]);
    assert_eq!(saved(&whole).mended(), None);
    let cut = &whole[..whole.len() - 60];
    let profile = saved(cut);
    let add = profile.add(&small("2026-01-03", 3)).unwrap_err();
    assert_eq!(codes(&add), ["profile-cut"]);
    assert!(profile.remove(0).is_err() && profile.come_from(None).is_err() && profile.take_in(&saved(&whole)).is_err());
    // A text with what is left is another matter, and the page asks first.
    let mended = profile.mended().unwrap();
    assert!(mended.contains(&small("2026-01-01", 1)) && !mended.contains("2026-01-02"));
    assert!(saved(&mended).problems.is_empty());
    // The other profile may be damaged: what is whole in it is taken in.
    let taken = saved(EMPTY).take_in(&profile).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&taken).unwrap()["results"].as_array().unwrap().len(), 1);
}

#[test]
fn a_profile_takes_in_what_it_does_not_have() {
    let (a, b, c) = (small("2026-01-01", 1), small("2026-01-02", 2), small("2026-01-03", 3));
    let own = saved(&with(&[a.clone(), b.clone()]));
    // The same result, otherwise written.
    let again = serde_json::to_string_pretty(&serde_json::from_str::<Value>(&b).unwrap()).unwrap();
    let other = saved(&with(&[again, c.clone(), c.clone()]));
    let read: Value = serde_json::from_str(&own.take_in(&other).unwrap()).unwrap();
    let days: Vec<&str> =
        read["results"].as_array().unwrap().iter().map(|result| result["taken"].as_str().unwrap()).collect();
    assert_eq!(days, ["2026-01-01", "2026-01-02", "2026-01-03"]);
    assert_eq!(own.take_in(&own).unwrap(), saved(&own.take_in(&own).unwrap()).take_in(&own).unwrap(), "once is enough");
}

#[test]
fn there_is_room_for_fifty_results_and_two_megabytes() {
    let day = |index: u32| format!("2026-{:02}-{:02}", index / 28 + 1, index % 28 + 1);
    let many: Vec<String> = (0..50).map(|index| small(&day(index), index % 5)).collect();
    let full = saved(&with(&many));
    assert!(full.problems.is_empty());
    assert_eq!(codes(&full.add(&small("2026-12-01", 1)).unwrap_err()), ["shape-many"]);
    assert!(full.take_in(&saved(&with(&many))).is_ok(), "nothing new");
    let fewer = full.remove(49).unwrap();
    assert!(saved(&fewer).add(&small("2026-12-01", 1)).is_ok());
    // Of more than fifty the last are read, and all can be taken out.
    let mut more = many.clone();
    more.push(small("2026-12-01", 1));
    let over = saved(&with(&more));
    assert_eq!(codes(&over.problems), ["shape-many"]);
    assert_eq!((over.results.len(), over.results[0].index, over.results[49].taken.as_str()), (50, 1, "2026-12-01"));
    assert_eq!(saved(&over.remove(0).unwrap()).results.len(), 50);

    let long = json!({ "$comment": "a".repeat(20_000) }).to_string();
    let long = long.trim_start_matches('{').trim_end_matches('}');
    let heavy: Vec<String> =
        (0..40).map(|index| small(&day(index), 1).replacen('{', &format!("{{{long},"), 1)).collect();
    let mut text = with(&heavy);
    text.push_str(&" ".repeat(2 * 1024 * 1024 - text.len() - 10));
    assert!(saved(&text).problems.is_empty());
    text.push_str(&" ".repeat(20));
    assert_eq!(codes(&Saved::open(&text, "").unwrap_err()), ["cap-bytes"]);
    let pace: Value = serde_json::from_str(&crate::support::shipped("pace")).unwrap();
    let big: Vec<Value> = (0..50).map(|index| result(&pace, &day(index), u64::from(index))).collect();
    let mut big = saved(&of(&big[..40]).to_string());
    let room = big.text().len();
    for index in 0..50 {
        match big.add(&result(&pace, &day(index), 100 + u64::from(index)).to_string()) {
            Ok(text) => big = saved(&text),
            Err(problems) => assert!(matches!(codes(&problems)[..], ["cap-bytes"] | ["shape-many"]), "{problems:?}"),
        }
        assert!(big.text().len() >= room && big.text().len() <= 2 * 1024 * 1024);
    }
}

/// Letters, marks and lines of the text do not move what is cut out of it.
#[test]
fn what_is_cut_out_is_what_the_strict_reader_reads() {
    let three = three();
    for text in [
        three.to_string(),
        serde_json::to_string_pretty(&three).unwrap(),
        with(&[small("2026-01-01", 1), small("2026-01-02", 2)]),
    ] {
        let read: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        let outline = metier::saved::outline::Outline::of(text.trim_start_matches('\u{feff}'), false);
        let cut: Vec<Value> = outline
            .results
            .iter()
            .map(|place| serde_json::from_str(&text.trim_start_matches('\u{feff}')[place.clone()]).unwrap())
            .collect();
        assert_eq!(json!(cut), read["results"]);
        assert!(outline.closed);
    }
}
