//! Names looked up without comparing each with every other: a document of 2 MB can hold hundreds of thousands.

/// A list of names, each found again in constant time. Open addressing over FNV-1a (Fowler, Noll & Vo): half the slots at
/// most are taken, and the map types of the standard library would add kilobytes to the module.
#[derive(Debug, Default)]
pub struct Names<'n> {
    list: Vec<&'n str>,
    /// One more than the index of the name; 0 is free. A power of two.
    slots: Vec<u32>,
}

impl<'n> Names<'n> {
    /// The index of the name if it was added before.
    pub fn find(&self, name: &str) -> Option<usize> {
        let (index, _) = self.look(name);
        index
    }

    /// Adds a name; the index of the same name if it was added before, and nothing is added.
    pub fn add(&mut self, name: &'n str) -> Option<usize> {
        if self.slots.len() < 2 * self.list.len() + 2 {
            self.grow();
        }
        let (index, slot) = self.look(name);
        if index.is_none() {
            self.list.push(name);
            self.take(slot, self.list.len());
        }
        index
    }

    fn take(&mut self, slot: usize, entry: usize) {
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = entry as u32;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * self.list.len() + 4).next_power_of_two()];
        for index in 0..self.list.len() {
            let (_, slot) = self.look(self.list.get(index).copied().unwrap_or_default());
            self.take(slot, index + 1);
        }
    }

    /// The index of the name, and the slot where it is or would be.
    fn look(&self, name: &str) -> (Option<usize>, usize) {
        let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut slot = hash as usize;
        loop {
            slot &= self.slots.len().wrapping_sub(1);
            match self.slots.get(slot) {
                Some(&entry) if entry > 0 => {
                    let index = entry as usize - 1;
                    if self.list.get(index) == Some(&name) {
                        return (Some(index), slot);
                    }
                }
                _ => return (None, slot),
            }
            slot += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

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
}
