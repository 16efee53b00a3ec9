//! Adaptive quizzes.
use crate::support::open;
use serde_json::{Value, json};
use std::time::Instant;

fn big(calibrated: bool) -> Value {
    let items: Vec<Value> = (0..2000).map(|n| {
        let mut item = json!({ "id": format!("i{n}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
        if calibrated { item["calibration"] = json!({ "model": "graded", "skill": "s", "a": 1.0 + n as f64 / 2000.0, "b": [-2, -0.5, 0.6, 1.9] }); }
        item
    }).collect();
    let mut quiz = crate::support::quiz_of(&json!(items));
    quiz["order"] = json!("adaptive");
    quiz["adaptive"] = json!({ "rule": "posterior", "max": 200, "balance": true, "among": 3 });
    if calibrated {
        quiz["evidence"] = json!({"grade": 3, "note": "N", "experts": { "count": 5, "roles": "R", "agreement": 0.8 }, "people": 500, "reliability": 0.9, "fit": "F"});
    }
    quiz
}

#[test]
fn timing_now() {
    for calibrated in [false, true] {
        let text = big(calibrated).to_string();
        let t = Instant::now();
        let mut session = open(&text, "", 1);
        println!("open {:?}", t.elapsed());
        let mut next = session.quiz.items[session.next().unwrap()].id.value.clone();
        for n in 0..6 {
            let t = Instant::now();
            let step = session.answer(&next, &(n % 5).to_string(), 1.0).unwrap();
            println!("answer {:?}", t.elapsed());
            let t = Instant::now();
            session.candidates();
            println!("candidates {:?}", t.elapsed());
            next = step.next.unwrap();
        }
    }
}
