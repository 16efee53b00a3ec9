//! All modules of the site and which of them begin a file.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::address::{address, file_name};
use crate::module::Module;

/// What reads a module by its path.
pub type Read<'a> = &'a dyn Fn(&str) -> Result<String, String>;
/// Modules whose place others take: path -> the path of the other.
pub type Swaps = BTreeMap<String, String>;

/// The modules behind the entries.
pub struct Graph {
    /// Path -> module.
    pub modules: BTreeMap<String, Module>,
    /// The modules that begin a file, with the address under which others load it.
    roots: BTreeMap<String, String>,
    /// Whether all of them are one file, those that are loaded later among them.
    alone: bool,
}

impl Graph {
    /// Reads `entries` and everything that they import, now or later.
    pub fn load(read: Read, entries: &[String]) -> Result<Graph, String> {
        let modules = all(read, entries, &Swaps::new())?;
        let laters = modules.values().flat_map(|module| &module.later);
        let mut roots: BTreeMap<String, String> = laters.map(|later| (later.clone(), address(later))).collect();
        roots.extend(entries.iter().map(|entry| (entry.clone(), format!("./{entry}"))));
        let graph = Graph { modules, roots, alone: false };
        graph.check()?;
        Ok(graph)
    }

    /// The same for one file that needs no other: what is loaded later elsewhere is part of it, and some modules are
    /// taken for others.
    pub fn alone(read: Read, entry: &str, swaps: &Swaps) -> Result<Graph, String> {
        let entry = entry.to_owned();
        let modules = all(read, std::slice::from_ref(&entry), swaps)?;
        if let Some(from) = swaps.keys().find(|from| !modules.values().any(|module| module.swapped.contains(*from))) {
            return Err(format!("{from} is needed by nothing, so nothing can take its place."));
        }
        let graph = Graph { modules, roots: BTreeMap::from([(entry.clone(), format!("./{entry}"))]), alone: true };
        graph.check()?;
        Ok(graph)
    }

    /// Refuses two files of one name, and a module in two files that would then keep its state twice.
    fn check(&self) -> Result<(), String> {
        let mut names = BTreeMap::new();
        let mut homes = BTreeMap::new();
        for root in self.roots() {
            if let Some(other) = names.insert(file_name(root), root) {
                return Err(format!("{other} and {root} would be one file of the release; give one another name."));
            }
            for path in self.order(root)? {
                let home = homes.insert(path, root);
                if let Some(home) = home.filter(|_| self.modules.get(path).is_some_and(Module::keeps_state)) {
                    return Err(format!("{path} keeps state and would be in {home} and in {root}; load it from one."));
                }
            }
        }
        Ok(())
    }

    /// The modules that begin a file.
    pub fn roots(&self) -> impl Iterator<Item = &str> {
        self.roots.keys().map(String::as_str)
    }

    /// The address of `path` if it begins a file.
    pub fn address(&self, path: &str) -> Option<&str> {
        self.roots.get(path).map(String::as_str)
    }

    /// The module at `path`.
    pub fn module(&self, path: &str) -> Result<&Module, String> {
        self.modules.get(path).ok_or_else(|| format!("{path} was never read."))
    }

    /// The modules of the file that `root` begins, each after those that it needs.
    pub fn order<'a>(&'a self, root: &'a str) -> Result<Vec<&'a str>, String> {
        let mut order = Vec::new();
        if self.alone {
            self.visit_all(root, &mut order)?;
        } else {
            self.visit(root, root, &mut BTreeSet::new(), &mut order)?;
        }
        Ok(order)
    }

    /// Puts everything into `order`, and `root` last: it runs when all that may be asked for is there.
    fn visit_all<'a>(&'a self, root: &'a str, order: &mut Vec<&'a str>) -> Result<(), String> {
        let mut seen = BTreeSet::from([root]);
        let entry = self.module(root)?;
        let mut open: VecDeque<&str> = entry.needs.iter().chain(&entry.later).map(String::as_str).collect();
        while let Some(path) = open.pop_front() {
            let before = order.len();
            self.visit(root, path, &mut seen, order)?;
            for path in order.get(before..).unwrap_or_default() {
                open.extend(self.module(path)?.later.iter().map(String::as_str));
            }
        }
        order.push(root);
        Ok(())
    }

    /// Puts `path` into `order` after what it needs; other files' modules stay out.
    fn visit<'a>(
        &'a self,
        root: &str,
        path: &'a str,
        seen: &mut BTreeSet<&'a str>,
        order: &mut Vec<&'a str>,
    ) -> Result<(), String> {
        if (path != root && self.address(path).is_some()) || !seen.insert(path) {
            return Ok(());
        }
        for need in &self.module(path)?.needs {
            self.visit(root, need, seen, order)?;
        }
        order.push(path);
        Ok(())
    }
}

/// Reads `entries` and everything that they import, now or later.
fn all(read: Read, entries: &[String], swaps: &Swaps) -> Result<BTreeMap<String, Module>, String> {
    let mut modules = BTreeMap::new();
    let mut open: Vec<String> = entries.to_vec();
    while let Some(path) = open.pop() {
        if modules.contains_key(&path) {
            continue;
        }
        let module = Module::read(&path, &read(&path)?)?.with(&path, swaps);
        open.extend(module.needs.iter().chain(&module.later).cloned());
        modules.insert(path, module);
    }
    Ok(modules)
}
