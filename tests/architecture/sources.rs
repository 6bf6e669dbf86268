//! Reading the sources with a parser of Rust: which modules a file names, which types it defines, which outside paths it
//! asks for. What stands in comments, in texts or in tests is left out. Knows no wall.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

/// A source file, as far as the walls ask.
pub struct File {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// Its module, as in `domain::session::queue`; empty at the root.
    pub module: String,
    pub lines: usize,
    pub says_what_it_is_for: bool,
    /// The types it defines outside tests.
    pub types: BTreeSet<String>,
    /// The types it gives functions to outside tests, each by the last word of its name.
    pub implements: BTreeSet<String>,
    /// Paths inside the crate, from its root.
    inside: BTreeSet<Vec<String>>,
    /// Paths from outside.
    outside: BTreeSet<Vec<String>>,
}

/// All sources of the library.
pub struct Sources {
    pub files: Vec<File>,
    modules: BTreeSet<String>,
}

impl Sources {
    pub fn read() -> Self {
        let mut files: Vec<File> = files_below(&["src"])
            .iter()
            .filter(|(path, text)| !path.ends_with("/tests.rs") && !text.contains("#![cfg(test)]"))
            .map(|(path, text)| File::of(path, text))
            .collect();
        assert!(files.len() > 100);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let modules = files.iter().map(|file| file.module.clone()).collect();
        Self { files, modules }
    }

    /// Every file with a module it names.
    pub fn arrows(&self) -> Vec<(&File, &str)> {
        let mut arrows = Vec::new();
        for file in &self.files {
            for known in file.known(&self.modules) {
                if let Some(module) = self.modules.get(&known) {
                    arrows.push((file, module.as_str()));
                }
            }
        }
        arrows
    }

    pub fn wing_of(module: &str) -> &str {
        module.split("::").next().unwrap_or_default()
    }

    /// Modules beside each other that know each other, directly or over others, as `parent: a b c`. A parent and its
    /// children may know each other: a parent is what its children share.
    pub fn circles(&self) -> Vec<String> {
        let mut beside: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for (file, known) in self.arrows() {
            let from: Vec<&str> = file.module.split("::").collect();
            let to: Vec<&str> = known.split("::").collect();
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            if shared < from.len() && shared < to.len() && shared > 0 {
                beside
                    .entry(from[..shared].join("::"))
                    .or_default()
                    .entry(from[shared].to_owned())
                    .or_default()
                    .insert(to[shared].to_owned());
            }
        }
        let mut circles = Vec::new();
        for (parent, arrows) in &beside {
            let reached: BTreeMap<&String, BTreeSet<String>> = arrows
                .keys()
                .map(|from| (from, reach(arrows, from)))
                .collect();
            let mut told = BTreeSet::new();
            for from in arrows.keys() {
                if !reached[from].contains(from) || told.contains(from) {
                    continue;
                }
                let circle: Vec<&String> = arrows
                    .keys()
                    .filter(|other| {
                        reached[from].contains(*other) && reached[*other].contains(from)
                    })
                    .collect();
                told.extend(circle.iter().copied());
                let names: Vec<&str> = circle.iter().map(|name| name.as_str()).collect();
                circles.push(format!("{parent}: {}", names.join(" ")));
            }
        }
        circles
    }
}

/// Every file of Rust below these folders of the repository, as its path and its text.
pub fn files_below(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((name.replace('\\', "/"), text));
            }
        }
    }
    files
}

fn reach(arrows: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut todo: Vec<&str> = vec![from];
    while let Some(at) = todo.pop() {
        for next in arrows.get(at).into_iter().flatten() {
            if reached.insert(next.clone()) {
                todo.push(next);
            }
        }
    }
    reached
}

impl File {
    pub fn of(path: &str, text: &str) -> Self {
        let module = path
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .replace('/', "::");
        let module = if ["lib", "main"].contains(&module.as_str()) {
            String::new()
        } else {
            module
        };
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut reader = Reader {
            module: module
                .split("::")
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect(),
            inside: BTreeSet::new(),
            outside: BTreeSet::new(),
            types: BTreeSet::new(),
            implements: BTreeSet::new(),
        };
        reader.visit_file(&parsed);
        Self {
            path: path.to_owned(),
            module,
            lines: text.lines().count(),
            says_what_it_is_for: text.starts_with("//!"),
            types: reader.types,
            implements: reader.implements,
            inside: reader.inside,
            outside: reader.outside,
        }
    }

    pub fn wing(&self) -> &str {
        Sources::wing_of(&self.module)
    }

    /// The modules it names, the innermost of each path.
    pub fn known(&self, modules: &BTreeSet<String>) -> BTreeSet<String> {
        let mut known = BTreeSet::new();
        for path in &self.inside {
            for length in (1..=path.len()).rev() {
                let module = path[..length].join("::");
                if modules.contains(&module) {
                    if module != self.module {
                        known.insert(module);
                    }
                    break;
                }
            }
        }
        known
    }

    /// Whether it names something below a path of the outside world, like `std::fs`.
    pub fn asks_for(&self, path: &str) -> bool {
        let parts: Vec<&str> = path.split("::").collect();
        self.outside.iter().any(|asked| {
            asked.len() >= parts.len() && parts.iter().zip(asked).all(|(part, asked)| part == asked)
        })
    }
}

struct Reader {
    module: Vec<String>,
    inside: BTreeSet<Vec<String>>,
    outside: BTreeSet<Vec<String>>,
    types: BTreeSet<String>,
    implements: BTreeSet<String>,
}

impl Reader {
    fn take(&mut self, path: &[String]) {
        let ups = path.iter().take_while(|part| *part == "super").count();
        match path.first().map(String::as_str) {
            Some("crate") => {
                self.inside.insert(path[1..].to_vec());
            }
            Some("super") => {
                let kept = self.module.len().saturating_sub(ups);
                let mut full = self.module[..kept].to_vec();
                full.extend_from_slice(&path[ups..]);
                self.inside.insert(full);
            }
            Some("self") => {
                let mut full = self.module.clone();
                full.extend_from_slice(&path[1..]);
                self.inside.insert(full);
            }
            Some(_) if path.len() > 1 => {
                // A child module named without `self`, or the outside world; only one of them exists.
                let mut full = self.module.clone();
                full.extend_from_slice(path);
                self.inside.insert(full);
                self.outside.insert(path.to_vec());
            }
            _ => {}
        }
    }

    fn take_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.take_tree(&path, &part.tree);
            }
            syn::UseTree::Name(name) => {
                path.push(name.ident.to_string());
                self.take(&path);
            }
            syn::UseTree::Rename(name) => {
                path.push(name.ident.to_string());
                self.take(&path);
            }
            syn::UseTree::Glob(_) => self.take(&path),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.take_tree(before, tree);
                }
            }
        }
    }

    fn take_tokens(&mut self, tokens: &TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.take(&std::mem::take(&mut path));
                        path.clear();
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    self.take(&std::mem::take(&mut path));
                    self.take_tokens(&group.stream());
                    colons = 0;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.take(&std::mem::take(&mut path));
                    colons = 0;
                }
            }
        }
        self.take(&path);
    }
}

/// The last word of a type's name, also behind a reference.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the parser's own kinds; no other has a name"
)]
fn named(of: &syn::Type) -> Option<String> {
    match of {
        syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        syn::Type::Reference(of) => named(&of.elem),
        syn::Type::Paren(of) => named(&of.elem),
        syn::Type::Group(of) => named(&of.elem),
        _ => None,
    }
}

fn only_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|what| what == "test")
    })
}

impl<'ast> Visit<'ast> for Reader {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the parser's own kinds; only these define or hide something"
    )]
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes: &[syn::Attribute] = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Const(item) => &item.attrs,
            syn::Item::Struct(item) => &item.attrs,
            syn::Item::Enum(item) => &item.attrs,
            _ => &[],
        };
        if only_for_tests(attributes) {
            return;
        }
        match item {
            syn::Item::Struct(item) => drop(self.types.insert(item.ident.to_string())),
            syn::Item::Enum(item) => drop(self.types.insert(item.ident.to_string())),
            syn::Item::Trait(item) => drop(self.types.insert(item.ident.to_string())),
            syn::Item::Type(item) => drop(self.types.insert(item.ident.to_string())),
            syn::Item::Impl(item) => self.implements.extend(named(&item.self_ty)),
            _ => {}
        }
        syn::visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        syn::visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.take_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        self.take(&parts);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.take_tokens(&called.tokens);
        syn::visit::visit_macro(self, called);
    }
}
