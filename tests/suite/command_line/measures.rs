//! The verbs for people who measure: reliability, quality.

use super::*;

/// The library's numbers to the last bit, of people who answered everything, in any form of CSV.
#[test]
fn reliability_prints_the_coefficients() {
    let plain = "person,late,calm,tidy\nann,0,3,1\nbob,1,4,0\ncy,,1,2\ndi,2,2,1\neve,2,3,3\nfay,3,0,4\ngus,4,1,2\nhal,1,3,0\nida,3,2,4\n";
    let done = metier(&["reliability", "-", "--reverse", "calm"], plain);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let printed: Value = serde_json::from_str(&done.out).unwrap();
    let scores = [[0, 1, 1], [1, 0, 0], [2, 2, 1], [2, 1, 3], [3, 4, 4], [4, 3, 2], [1, 1, 0], [3, 2, 4]];
    let found = metier::precision::reliability(3, 8, &|person, item| Some(f64::from(scores[person][item])));
    // Beside those who answered everything stands cy, who has no first answer.
    let all = scores.map(|row| row.map(Some)).into_iter().chain([[None, Some(3), Some(2)]]).collect::<Vec<_>>();
    let pairs = metier::precision::pairwise::pairwise(3, 9, &|person, item| all[person][item].map(f64::from));
    assert_eq!(
        printed,
        serde_json::json!({
            "items": 3, "persons": 9, "persons_used": 8, "missing": "listwise",
            "alpha": found.alpha, "lambda_2": found.lambda_2, "omega": found.omega.unwrap().omega, "omega_estimator": "minres",
            "sem": found.sem,
            "item_rest": [
                { "item": "late", "value": found.item_rest[0] },
                { "item": "calm", "value": found.item_rest[1] },
                { "item": "tidy", "value": found.item_rest[2] },
            ],
            "pairwise": { "alpha": pairs.alpha, "least_persons": 8 },
            "notes": [
                { "code": "note-left-out", "message": "One person of 9 did not answer every item and is left out." },
                {
                    "code": "note-pairwise",
                    "message": "The pairwise alpha leaves nobody out: each covariance is over all who answered both items, 8 people at least. It is no alpha of any one group of people.",
                },
            ],
        })
    );
    let odd =
        format!("\u{feff}{}", plain.replace('\n', "\r\n").replace("late", "\"late\"").replace("ann", "\"an\r\nn\""));
    assert_eq!(
        metier(&["reliability", "-", "--reverse=calm"], odd).out,
        done.out,
        "byte order mark, CRLF, quotation marks"
    );
    let both = metier(&["reliability", "-", "--reverse", "late,calm", "--reverse", "tidy"], plain).out;
    assert_eq!(both, metier(&["reliability", "-"], plain).out, "all turned round is none turned round");
}

#[test]
fn an_item_that_is_none_is_named_with_what_was_meant() {
    for words in [&["reliability", "-", "--reverse", "late,clam"][..], &["quality", "-", "--scale", "late,clam"]] {
        let done = metier(words, "person,late,calm\nann,1,2\nbob,2,1\n");
        let said =
            "-: 1 error, 0 warnings\nerror[item-named]: There is no item “clam”.\n  hint: did you mean “calm”?\n";
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (1, "", said));
    }
}

/// By hand: ann's answers deviate by -1 -1 0 1 1 0 from 2, so their spread is the root of 4/5; her halves are (1, 1),
/// (2, 3), (3, 2), which correlate by 1/2, in full length by 2/3.
#[test]
fn quality_prints_a_row_for_each_person() {
    let people = "person,a1,a2,b1,b2,c1,c2\nann,1,1,2,3,3,2\n\"bo,b\",,,,,,\ncy,2,2,2,2,2,2\n";
    let scales = ["--scale", "a1,a2", "--scale", "b1,b2", "--scale", "c1,c2"];
    let done = metier(&[&["quality", "-"], &scales[..]].concat(), people);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let rows: Vec<&str> = done.out.lines().collect();
    assert_eq!(rows[0], "person,answered,longstring,irv,even_odd,lz,lz_p,flags");
    let ann: Vec<&str> = rows[1].split(',').collect();
    assert_eq!((ann[0], ann[1], ann[2], &ann[5..]), ("ann", "6", "2", &["", "", ""][..]));
    near(ann[3].parse().unwrap(), 0.8_f64.sqrt(), 1e-15);
    near(ann[4].parse().unwrap(), -2.0 / 3.0, 1e-15);
    assert_eq!(&rows[2..], ["\"bo,b\",0,,,,,,", "cy,6,6,0,,,,"], "six alike are no sign");
    let turned = metier(&[&["quality", "-", "--reverse", "a2,b2,c2"], &scales[..]].concat(), people).out;
    let halves: f64 = turned.lines().nth(1).unwrap().split(',').nth(4).unwrap().parse().unwrap();
    assert_eq!(halves, 1.0, "the halves now correlate by -1/2, which steps up to -2 and is kept at -1");
    assert_eq!(
        metier(&["quality", "-"], people).out.lines().nth(1).unwrap().split(',').nth(4),
        Some(""),
        "no scales are known"
    );
}

#[test]
fn ten_ratings_alike_are_flat_and_ten_right_answers_are_not() {
    let row = |person: &str, category: u32, count: usize| format!("{person}{}\n", format!(",{category}").repeat(count));
    let header = |count: usize| format!("person{}\n", (0..count).map(|item| format!(",i{item}")).collect::<String>());
    let ratings = format!("{}{}{}", header(10), row("ann", 3, 10), row("bob", 1, 10).replacen("1", "2", 1));
    let rows = metier(&["quality", "-"], ratings).out;
    assert!(rows.contains("\nann,10,10,0,,,,flat\n") && rows.contains("\nbob,10,9,0.31622776601683"), "{rows}");
    assert!(!metier(&["quality", "-"], header(9) + &row("ann", 3, 9)).out.contains("flat"));
    assert!(!metier(&["quality", "-"], header(12) + &row("ann", 1, 12)).out.contains("flat"));
}

/// lz is that of the library at the level that `metier estimate` prints; and of two people the one who misses what is
/// easy and knows what is hard fits less.
#[test]
fn quality_measures_fit_to_calibrated_items() {
    let items = Scratch::new(
        "item,model,a,b1,b2\ne,2pl,1.5,-2,\nf,2pl,1.2,-1,\ng,graded,1.4,-0.5,0.5\nh,2pl,1.3,1,\ni,2pl,1.6,2,\n",
    );
    let people = Scratch::new("person,i,h,g,f,e\nann,0,0,1,1,1\nbob,1,1,1,0,0\ncy,,,,,\n");
    let done = metier(&["quality", people.path(), "--items", items.path(), "--seed", "3"], "");
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let level = metier(&["estimate", "--items", items.path(), "--responses", people.path(), "--method", "wle"], "").out;
    let cells =
        |text: &str, row: usize| -> Vec<String> { text.lines().nth(row).unwrap().split(',').map(Into::into).collect() };
    let fit = |row: usize, chosen: [usize; 5]| {
        let theta: f64 = cells(&level, row)[1].parse().unwrap();
        let logistic = |a: f64, b: f64| 1.0 / (1.0 + (-a * (theta - b)).exp());
        let two = |a: f64, b: f64| vec![1.0 - logistic(a, b), logistic(a, b)];
        let (first, second) = (logistic(1.4, -0.5), logistic(1.4, 0.5));
        let curves =
            [two(1.6, 2.0), two(1.3, 1.0), vec![1.0 - first, first - second, second], two(1.2, -1.0), two(1.5, -2.0)];
        let answered: Vec<(&[f64], usize)> = curves.iter().map(Vec::as_slice).zip(chosen).collect();
        let lz = metier::quality::fit::lz(&answered).unwrap().lz;
        let found = cells(&done.out, row);
        near(found[5].parse().unwrap(), lz, 1e-10);
        (lz, found[6].parse::<f64>().unwrap())
    };
    let (ann, bob) = (fit(1, [0, 0, 1, 1, 1]), fit(2, [1, 1, 1, 0, 0]));
    assert!(ann.0 > 0.5 && bob.0 < -2.0 && ann.1 > 0.5 && bob.1 < 0.01, "{ann:?} {bob:?}");
    assert_eq!(cells(&done.out, 3), ["cy", "0", "", "", "", "", "", ""]);
    let again = metier(&["quality", people.path(), "--items", items.path(), "--seed", "3"], "");
    assert_eq!(again.out, done.out, "the same seed, the same numbers");
    assert_eq!(
        metier(&["quality", "-", "--items", items.path()], "person,e\nann,2\n").code,
        1,
        "a category that the item has not"
    );
}
