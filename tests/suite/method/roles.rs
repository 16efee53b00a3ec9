//! The numbers of the method page on what follows from a ranking: shapes that all roles share, people whom the sources
//! tell of, the smallest change, and several quizzes on one skill.

use super::claims::{agreeing, answers, printed, role_quiz, shipped, text};
use super::named;
use crate::support::table_of;
use metier::estimate::estimate;
use metier::numeric::matrix::Matrix;
use metier::roles::catalogue;
use metier::roles::draws::{leading, rank, ranking};
use metier::roles::fit::contributions;
use metier::roles::model::{Model, Need};
use metier::roles::person;
use metier::roles::posterior::Posterior;
use metier::roles::tally::Fitted;
use metier::roles::verdict::verdict;

/// Error of every level of the people below.
const ERROR: f64 = 0.45;
/// Eight times the draws of the shipped catalogue, where another program's numbers are to be met.
const MANY: u32 = 16_384;

pub fn roles() -> Vec<(String, f64)> {
    [shapes(), faces(), changes(), joined()].into_iter().flatten().collect()
}

fn of(mean: Vec<f64>) -> Posterior {
    let covariance = Matrix::diagonal(&vec![ERROR * ERROR; mean.len()]);
    Posterior { measured: vec![true; mean.len()], mean, covariance }
}

fn raised(mean: &[f64]) -> Vec<f64> {
    mean.iter().map(|level| level + 1.0).collect()
}

/// Flat, raised and average people: what the shape gives them, and whether that makes a match.
fn shapes() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let (model, needs) = (Model { pairs: MANY, ..catalogue.constants.model }, catalogue.needs());
    let skills = catalogue.skills.len();
    let shape = |role: &[Need], levels: &[f64]| {
        contributions(&model, role, levels, &vec![true; skills], &mut vec![0.0; skills]).shape
    };
    let at = |role: &[Need]| role.iter().map(|need| need.need).collect::<Vec<f64>>();
    let average: Vec<f64> =
        (0..skills).map(|skill| needs.iter().map(|role| role[skill].need).sum::<f64>() / needs.len() as f64).collect();
    let all = |value: &dyn Fn(&[Need]) -> f64| needs.iter().map(|role| value(role)).collect::<Vec<f64>>();
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let own = all(&|role| shape(role, &at(role)));
    let flat = all(&|role| shape(role, &vec![2.5; skills]).abs().max(shape(role, &vec![4.0; skills]).abs()));
    let moved = all(&|role| (shape(role, &raised(&at(role))) - shape(role, &at(role))).abs());
    let typical = all(&|role| shape(role, &average));
    let mut claims = named([
        ("shape-own-low", least(&own)),
        ("shape-own-high", most(&own)),
        ("shape-flat", most(&flat)),
        ("shape-raised", most(&moved)),
        ("shape-average-low", least(&typical)),
        ("shape-average-high", most(&typical)),
        ("shape-average-mean", typical.iter().sum::<f64>() / typical.len() as f64),
    ]);
    for (name, mean) in
        [("average", average.clone()), ("average-raised", raised(&average)), ("flat-high", vec![3.5; skills])]
    {
        let profile = of(mean);
        let ranking = ranking(&model, &needs, &[], &profile, (1, true)).expect("a ranking");
        claims.push((
            format!("shape-{name}-best"),
            most(&ranking.roles.iter().map(|role| role.p_best).collect::<Vec<_>>()),
        ));
        claims.push((format!("shape-{name}-named"), verdict(&model, &needs, &ranking, &profile).roles.len() as f64));
    }
    claims
}

/// People of the claims of the sources: P(best) of each role that the page prints, of 100, as the site would show it.
fn faces() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let (columns, rows) = table_of("tests/reference/claims.csv");
    let printed = printed();
    let people = [
        ("tester", "QA tester", None),
        ("programmer", "Programmer", None),
        ("programmer-less", "Programmer", Some(("evidence", 2.5))),
        ("engineer", "Sales / solution engineer", None),
        ("engineer-less", "Sales / solution engineer", Some(("market", 3.0))),
        ("analyst", "BA + presales", None),
        ("operations", "Sales + operations", None),
        ("manager", "IT project manager", None),
        ("manager-less", "IT project manager", Some(("technical", 2.5))),
    ];
    let mut claims = Vec::new();
    for (key, name, change) in people {
        let row = rows.iter().find(|row| row[0].starts_with(name)).expect("a profile");
        let mut levels: Vec<f64> = row[1..].iter().map(|level| level.parse().expect("a level")).collect();
        if let Some((skill, level)) = change {
            levels[columns.iter().position(|column| column == skill).expect("a skill") - 1] = level;
        }
        let fitted = rank(&catalogue.constants.model, &catalogue.needs(), &of(levels), 1, false).expect("a ranking");
        let generalist = catalogue.roles.iter().position(|role| role.id.value == "pm").expect("the generalist");
        assert!(fitted[generalist].also_good || !matches!(key, "analyst" | "operations"), "{name}");
        let claim = |(role, fitted): (&catalogue::Role, &Fitted)| {
            (format!("face-{key}-{}", role.id.value), 100.0 * fitted.p_best)
        };
        claims.extend(catalogue.roles.iter().zip(&fitted).map(claim).filter(|(id, _)| printed.contains_key(id)));
    }
    claims
}

/// The smallest shifts of one level in the worked example that let another role lead, in levels and in its errors.
fn changes() -> Vec<(String, f64)> {
    let catalogue = catalogue::read(&text("tests/reference/example-roles.json")).0.expect("the roles of the example");
    let profile = person::read(&text("tests/reference/example-person.json"), &catalogue)
        .0
        .expect("the person of the example")
        .posterior;
    let needs = catalogue.needs();
    let leads = |skill: usize, shift: f64| {
        let mut shifted = profile.clone();
        shifted.mean[skill] += shift;
        leading(&rank(&catalogue.constants.model, &needs, &shifted, 1, true).expect("a ranking")).expect("a role")
    };
    let mut claims = Vec::new();
    for (id, most) in [("data", 2.0), ("communication", -2.0), ("technical", 2.0)] {
        let skill = catalogue.skills.iter().position(|skill| skill.id.value == id).expect("a skill");
        let today = leads(skill, 0.0);
        let (mut same, mut other) = (0.0, most);
        for _ in 0..8 {
            let middle = (same + other) / 2.0;
            *(if leads(skill, middle) == today { &mut same } else { &mut other }) = middle;
        }
        let role = &catalogue.roles[leads(skill, other)].id.value;
        assert_eq!(role, if id == "technical" { "tpm" } else { "pm" }, "{id}");
        claims.push((format!("change-{id}"), other.abs()));
        claims.push((format!("change-{id}-errors"), other.abs() / profile.covariance.at(skill, skill).sqrt()));
    }
    claims
}

/// Two quizzes on one skill: three fours in one, two twos in the other; together as one of five answers.
fn joined() -> Vec<(String, f64)> {
    let assumed = role_quiz().assumed;
    let (one, other) = (agreeing(4.0, 3, &assumed), agreeing(2.0, 2, &assumed));
    let all = [answers(4.0, 3), answers(2.0, 2)].concat();
    let joined = estimate(&all, &assumed).expect("a level");
    named([
        ("joined-one", one.level),
        ("joined-other", other.level),
        ("joined-level", joined.level),
        ("joined-spread", joined.spread),
        ("joined-apart", one.mean - other.mean),
        ("joined-limit", 2.0 * f64::sqrt(one.variance + other.variance)),
    ])
}
