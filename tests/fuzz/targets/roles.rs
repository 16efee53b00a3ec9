//! Catalogues with profiles, and lexicons with adverts.

use crate::hold::{Steps, linear, numbers_are_finite, texts, value_of};
use metier::advert::{MOST, Reader, Unit, lexicon as lexicons};
use metier::problem::Problem;
use metier::roles::catalogue::Catalogue;
use metier::roles::explain::explain;
use metier::roles::matching::matching;
use metier::roles::question::{self, Judge};
use metier::roles::{catalogue as catalogues, person};

thread_local! {
    static SHIPPED: Catalogue = catalogues::read(catalogues::SHIPPED).0.unwrap();
}

/// A catalogue of roles and a profile: the match.
pub fn catalogue(bytes: &[u8]) -> bool {
    let [catalogue, profile] = texts(bytes);
    let Some(catalogue) = value_of(linear(Steps::Document, &catalogue, || catalogues::read(&catalogue))) else {
        return false;
    };
    let Some(placed) = value_of(linear(Steps::Document, &profile, || person::read(&profile, &catalogue))) else {
        return false;
    };
    let found = matching(&catalogue, &placed, "de", 7, false);
    numbers_are_finite(&found);
    if let Some(found) = &found {
        let sum: f64 = found.roles.iter().map(|role| role.p_best).sum();
        assert!((sum - 1.0).abs() < 1e-9, "shares add up to {sum}");
    }
    numbers_are_finite(&explain(&catalogue, &placed, 7, false));
    true
}

/// How a session would go on, as one module tells another: what is asked is what was offered.
pub fn choice(bytes: &[u8]) -> bool {
    let [known, open] = texts(bytes);
    SHIPPED.with(|catalogue| {
        let placed = value_of(linear(Steps::Document, &known, || person::read(&known, catalogue)));
        let Some(open) = value_of(linear(Steps::Document, &open, || question::read(&open))) else { return false };
        let Some(placed) = placed else { return false };
        let judge = Judge { catalogue, posterior: &placed.posterior, seed: 7 };
        let own = |id: &String| open.own.0.iter().any(|own| own.value == *id) || open.joins.value == *id;
        let offered = |id: &String| open.items.iter().any(|item| item.item.value == *id);
        let next = question::next(&judge, &open).unwrap_or_default();
        assert!(next.iter().all(|id| own(id) || offered(id)), "asks {next:?}, which was not offered");
        true
    })
}

/// A lexicon, also beside a catalogue: what it takes, a reader of adverts can be made of.
pub fn lexicon(bytes: &[u8]) -> bool {
    let [lexicon, advert] = texts(bytes);
    SHIPPED.with(|catalogue| value_of(linear(Steps::Document, &lexicon, || lexicons::read(&lexicon, Some(catalogue)))));
    read_advert(&lexicon, &advert)
}

/// An advert, then a lexicon.
pub fn advert(bytes: &[u8]) -> bool {
    let [advert, lexicon] = texts(bytes);
    read_advert(&lexicon, &advert)
}

/// Spans in order, in both ways of counting, and values that add up.
fn read_advert(lexicon: &str, advert: &str) -> bool {
    let Some(lexicon) = value_of(linear(Steps::Document, lexicon, || lexicons::read(lexicon, None))) else {
        return false;
    };
    let reader = Reader::new(lexicon);
    // Of an archetype that no phrase speaks for it is 0.
    assert!(reader.norms().iter().all(|norm| norm.is_finite() && *norm >= 0.0), "{:?}", reader.norms());
    let report = match linear(Steps::Advert, advert, || reader.read(advert, "de", None, Unit::Byte)) {
        Ok(report) => report,
        Err(problem) => return refused(&problem, advert),
    };
    numbers_are_finite(&report);
    let mut before = 0;
    for span in &report.spans {
        assert!(
            before <= span.start
                && span.start < span.end
                && advert.get(span.start as usize..span.end as usize).is_some()
        );
        before = span.end;
    }
    for archetype in &report.archetypes {
        let values =
            report.spans.iter().flat_map(|span| &span.r#for).filter(|value| value.archetype == archetype.archetype);
        let sum: f64 = values.map(|value| value.value).sum();
        assert!((sum - archetype.score).abs() <= 1e-12 * archetype.score.max(1.0), "{sum} and {}", archetype.score);
    }
    let units = advert.encode_utf16().count() as u32;
    reader.read(advert, "", None, Unit::Utf16).is_ok_and(|report| report.spans.iter().all(|span| span.end <= units))
}

/// An advert is refused as a whole, for a reason that it has.
fn refused(problem: &Problem, advert: &str) -> bool {
    assert_eq!(problem.code.word() == "advert-long", advert.len() > MOST, "{problem:?}");
    false
}
