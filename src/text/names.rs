//! Names looked up without comparing each with every other: a document of 2 MB can hold hundreds of thousands.

use crate::steps::count;

/// A list of names, each found again by way of its own bits.
///
/// A binary tree of the bits in which names differ (Morrison 1968, "PATRICIA", Journal of the ACM 15:514-534, in
/// Bernstein's form, "crit-bit"). A name is found or added in at most as many steps as it has bits, whatever other
/// names there are: nobody can choose names that make it slow, as they can for a table of hashes without a secret. The
/// map types of the standard library would add kilobytes to the module.
#[derive(Debug, Default)]
pub struct Names<'n> {
    list: Vec<&'n str>,
    forks: Vec<Fork>,
    /// Where looking begins: twice the index of a name, or one more than twice the index of a fork.
    root: u32,
}

/// A place at which names differ.
#[derive(Debug)]
struct Fork {
    /// The first byte that differs, ...
    at: u32,
    /// ... and the highest bit in it that does.
    bit: u32,
    /// Where names without that bit go on, as in [`Names::root`], ...
    without: u32,
    /// ... and those with it.
    with: u32,
}

/// A byte of a name; 0 after its end, so that a name that another begins with differs from it there.
fn symbol(name: &str, at: u32) -> u32 {
    name.as_bytes().get(at as usize).map_or(0, |&byte| u32::from(byte) + 1)
}

impl<'n> Names<'n> {
    /// A list of these names, each with its own index; of equal names the first is found.
    pub fn of(names: &mut dyn Iterator<Item = &'n str>) -> Names<'n> {
        let mut all = Names::default();
        for name in names {
            if all.add(name).is_some() {
                all.list.push(name);
            }
        }
        all
    }

    /// The index of a name; nothing if it was not added.
    pub fn find(&self, name: &str) -> Option<usize> {
        let near = self.near(name);
        self.list.get(near).filter(|known| **known == name).map(|_| near)
    }

    /// Adds a name and returns nothing; if it was added before, leaves the list as it is and returns the name's index.
    pub fn add(&mut self, name: &'n str) -> Option<usize> {
        let near = self.near(name);
        if let Some(&known) = self.list.get(near) {
            let Some(at) = difference(known, name) else { return Some(near) };
            let bits = symbol(known, at) ^ symbol(name, at);
            self.divide(name, at, 1 << bits.ilog2());
        }
        self.list.push(name);
        None
    }

    fn fork(&self, place: u32) -> Option<&Fork> {
        if place & 1 == 0 { None } else { self.forks.get((place >> 1) as usize) }
    }

    /// The name that is reached by the bits of `name`: the same, if it is there.
    fn near(&self, name: &str) -> usize {
        count(1 + name.len());
        let mut place = self.root;
        while let Some(fork) = self.fork(place) {
            count(1);
            place = if symbol(name, fork.at) & fork.bit == 0 { fork.without } else { fork.with };
        }
        (place >> 1) as usize
    }

    /// Makes a fork for a name about to be added, above all that differ later.
    fn divide(&mut self, name: &str, at: u32, bit: u32) {
        let (mut above, mut place) = (None, self.root);
        while let Some(fork) = self.fork(place).filter(|fork| fork.at < at || fork.at == at && fork.bit > bit) {
            count(1);
            above = Some(place);
            place = if symbol(name, fork.at) & fork.bit == 0 { fork.without } else { fork.with };
        }
        let (own, made) = (2 * self.list.len() as u32, 2 * self.forks.len() as u32 + 1);
        let has = symbol(name, at) & bit != 0;
        self.forks.push(Fork { at, bit, without: if has { place } else { own }, with: if has { own } else { place } });
        match above.and_then(|above| self.forks.get_mut((above >> 1) as usize)) {
            None => self.root = made,
            Some(fork) if symbol(name, fork.at) & fork.bit == 0 => fork.without = made,
            Some(fork) => fork.with = made,
        }
    }
}

/// The first byte in which two names differ; nothing where they are the same.
fn difference(one: &str, other: &str) -> Option<u32> {
    let longest = one.len().max(other.len()) as u32;
    count(longest as usize);
    (0..longest).find(|&at| symbol(one, at) != symbol(other, at))
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::numeric::random::Random;
    use std::collections::HashMap;

    #[test]
    fn names_are_found_again_however_many_there_are() {
        let words: Vec<String> = (0..10_000).map(|number| format!("name-{number}")).collect();
        let mut names = Names::default();
        assert_eq!(names.find("name-0"), None, "in an empty list");
        for (index, word) in words.iter().enumerate() {
            assert_eq!(names.add(word), None);
            assert_eq!(names.add(word), Some(index));
        }
        assert!(words.iter().enumerate().all(|(index, word)| names.find(word) == Some(index)));
        assert_eq!(names.find("name-10000"), None);
    }

    /// The same as the standard library's map says, over names that differ in their ends, their lengths and their
    /// highest bits.
    #[test]
    fn names_are_told_apart_by_any_bit() {
        let mut random = Random::new(7);
        let letters = ["", "a", "b", "\0", "é", "ß", "\u{1f600}", "aa"];
        let mut word =
            || (0..4).map(|_| letters[(random.uniform() * letters.len() as f64) as usize]).collect::<String>();
        let words: Vec<String> = (0..3_000).map(|_| word()).collect();
        let (mut names, mut known) = (Names::default(), HashMap::new());
        for word in &words {
            let next = known.len();
            let before = known.get(word).copied();
            assert_eq!(names.add(word), before, "{word:?}");
            known.entry(word).or_insert(next);
        }
        assert!(known.len() > 500);
        assert!(words.iter().all(|word| names.find(word) == known.get(word).copied()));
        assert_eq!(names.find("b\0b\0b"), None);
    }

    #[test]
    fn the_first_of_two_is_found_and_each_keeps_its_index() {
        let names = Names::of(&mut ["a", "b", "a", "c"].into_iter());
        assert_eq!(["a", "b", "c", "d"].map(|name| names.find(name)), [Some(0), Some(1), Some(3), None]);
    }
}
