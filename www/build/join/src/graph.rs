//! All modules of the site and which of them begin a file.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::{address, file_name};
use crate::module::Module;

/// The modules behind the entries.
pub struct Graph {
    /// Path -> module.
    pub modules: BTreeMap<String, Module>,
    /// The modules that begin a file, with the address under which others load it.
    roots: BTreeMap<String, String>,
}

impl Graph {
    /// Reads `entries` and everything that they import, now or later.
    pub fn load(read: &dyn Fn(&str) -> Result<String, String>, entries: &[String]) -> Result<Graph, String> {
        let mut modules = BTreeMap::new();
        let mut roots: BTreeMap<String, String> = BTreeMap::new();
        let mut open: Vec<String> = entries.to_vec();
        while let Some(path) = open.pop() {
            if modules.contains_key(&path) {
                continue;
            }
            let module = Module::read(&path, &read(&path)?)?;
            open.extend(module.needs.iter().chain(&module.later).cloned());
            roots.extend(module.later.iter().map(|later| (later.clone(), address(later))));
            modules.insert(path, module);
        }
        roots.extend(entries.iter().map(|entry| (entry.clone(), format!("./{entry}"))));
        let graph = Graph { modules, roots };
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
        self.visit(root, root, &mut BTreeSet::new(), &mut order)?;
        Ok(order)
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
