//! Microseconds of a quiz natively: `cargo bench --bench session`. `cargo www bench` prints the same for WebAssembly in
//! a browser beside it. Times are of this machine; compare ratios.
#![allow(clippy::expect_used, reason = "a benchmark may stop")]

use metier::quiz::view::ItemView;
use metier::report::report;
use metier::roles::matching::matching;
use metier::roles::{catalogue, person};
use metier::session::Session;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    println!("the same natively:");
    for name in ["setbacks", "roles"] {
        let text = std::fs::read_to_string(format!("{}/www/quizzes/{name}.json", env!("CARGO_MANIFEST_DIR")))
            .expect("a shipped quiz");
        let open = || Session::open(&text, "en", 1).expect("a quiz without problems");
        let mut session = open();
        let answers: Vec<(String, String)> =
            session.view().items.iter().map(|item| (item.id.to_owned(), answer(item).to_string())).collect();
        let opening = timed(50, open);
        let answering =
            timed(50, || answers.iter().all(|(item, answer)| session.answer(item, answer, 1_000.0).is_ok()))
                / answers.len() as f64;
        assert_eq!(session.counts().0 as usize, answers.len(), "an answer was refused");
        let scoring = timed(200, || serde_json::to_value(report(&session)));
        print!("  {name}: open {opening:.1} µs, answer {answering:.1} µs, score {scoring:.1} µs");
        match profile(&session) {
            Some(profile) => println!(", match {:.0} µs", matched(&profile)),
            None => println!(),
        }
    }
}

/// Mean microseconds of `work` over `times` runs, after a fifth as many to warm up.
fn timed<T>(times: u32, mut work: impl FnMut() -> T) -> f64 {
    (0..times / 5).for_each(|_| drop(black_box(work())));
    let start = Instant::now();
    (0..times).for_each(|_| drop(black_box(work())));
    start.elapsed().as_secs_f64() * 1e6 / f64::from(times)
}

/// What a match takes up of a session with several skills.
fn profile(session: &Session) -> Option<String> {
    let report = report(session);
    let known = |skill: &metier::report::SkillReport| json!({ "skill": skill.skill, "mean": skill.mean, "variance": skill.variance });
    (report.skills.len() > 1)
        .then(|| json!({ "skills": report.skills.iter().map(known).collect::<Vec<_>>() }).to_string())
}

fn matched(profile: &str) -> f64 {
    let catalogue = catalogue::read(catalogue::SHIPPED).0.expect("the shipped catalogue");
    timed(20, || person::read(profile, &catalogue).0.map(|placed| matching(&catalogue, &placed, "en", 1, false)))
}

/// Some answer to an item.
fn answer(item: &ItemView) -> Value {
    let ids: Vec<&str> = item.options.iter().map(|option| option.id).collect();
    let each = |value: &dyn Fn(usize) -> u32| {
        ids.iter().enumerate().map(|(place, id)| ((*id).to_owned(), json!(value(place)))).collect::<Value>()
    };
    match (item.r#type, ids.as_slice()) {
        ("single", [first, ..]) => json!(first),
        ("multiple", ids) => json!(ids.iter().take(item.max as usize).collect::<Vec<_>>()),
        ("judge", _) => each(&|place| 1 + place as u32 % item.points),
        ("best-worst", [best, worst, ..]) => json!({ "best": best, "worst": worst }),
        ("allocate", _) => each(&|place| if place == 0 { item.total } else { 0 }),
        _ => json!(1),
    }
}
