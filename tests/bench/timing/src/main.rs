//! The engine natively: tasks as JSON on standard input, what each found and took as JSON on standard output.
//!
//! ```text
//! [{"items": [0, 1.2, -0.5, 0, 1, 0], "task": "eap", "answers": [1], "extra": 0, "times": 1000, "batches": 9}]
//! ```

use metier_timing::Bank;
use serde_json::{Value, json};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let tasks: Vec<Value> = serde_json::from_reader(std::io::stdin())?;
    let done: Option<Vec<Value>> = tasks.iter().map(perform).collect();
    println!("{}", Value::from(done.ok_or("a task is not as it should be")?));
    Ok(())
}

/// Does a task in batches; gives the nanoseconds of each batch.
fn perform(task: &Value) -> Option<Value> {
    let numbers = |name: &str| task.get(name)?.as_array()?.iter().map(Value::as_f64).collect::<Option<Vec<f64>>>();
    let bank = Bank::new(&numbers("items")?);
    let answers: Vec<u8> = numbers("answers")?.into_iter().map(|answer| answer as u8).collect();
    let (name, extra, times) =
        (task.get("task")?.as_str()?, task.get("extra")?.as_f64()?, task.get("times")?.as_u64()? as u32);
    let mut found = bank.run(name, &answers, extra, times);
    let mut took = Vec::new();
    for _ in 0..task.get("batches")?.as_u64()? {
        let start = Instant::now();
        found = bank.run(name, &answers, extra, times);
        took.push(start.elapsed().as_nanos() as u64);
    }
    Some(json!({ "found": found, "took": took }))
}
