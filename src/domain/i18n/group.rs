//! Sentences by their ids: an enum of ids, and the sentences of one language that stand behind it. Knows nothing of how
//! a file of sentences is written.

use std::marker::PhantomData;
use std::ops::Index;

use super::{Catalog, Message};

/// The ids of sentences that belong together; made by [`messages!`](crate::messages).
pub trait MessageId: Copy + 'static {
    const ALL: &'static [Self];

    /// The name of the id as it is written in the code, like `NotBegun`.
    fn name(self) -> &'static str;

    /// Its place among [`ALL`](Self::ALL).
    fn place(self) -> usize;

    /// Its key in a file of sentences, like `not_begun`.
    #[must_use]
    fn key(self) -> String {
        let mut key = String::with_capacity(self.name().len() + 4);
        self.push_key(&mut key);
        key
    }

    /// Writes its key behind a path.
    fn push_key(self, path: &mut String) {
        for (place, letter) in self.name().char_indices() {
            if letter.is_ascii_uppercase() && place > 0 {
                path.push('_');
            }
            path.push(letter.to_ascii_lowercase());
        }
    }
}

/// What is made out of the sentences of one file.
pub trait FromCatalog: Sized {
    fn from_catalog(catalog: &Catalog) -> Self;
}

/// Sentences that belong together, in one language: `group[HomeMessage::Resume]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<M> {
    messages: Vec<Message>,
    /// Stands in where there is no sentence, which a test rules out.
    fallback: Message,
    ids: PhantomData<M>,
}

impl<M: MessageId> Group<M> {
    /// The sentences under a path of the file, like `home`; the empty path is the file itself.
    #[must_use]
    pub fn at(catalog: &Catalog, path: &str) -> Self {
        let mut key = String::from(path);
        if !path.is_empty() {
            key.push('.');
        }
        let above = key.len();
        let message = |id: &M| {
            key.truncate(above);
            id.push_key(&mut key);
            catalog.take(&key)
        };
        Self {
            messages: M::ALL.iter().map(message).collect(),
            fallback: Message::shipped(""),
            ids: PhantomData,
        }
    }

    /// Puts another sentence in the place of one.
    pub fn replace(&mut self, id: M, message: Message) {
        if let Some(known) = self.messages.get_mut(id.place()) {
            *known = message;
        }
    }
}

impl<M: MessageId> Index<M> for Group<M> {
    type Output = Message;

    fn index(&self, id: M) -> &Message {
        self.messages.get(id.place()).unwrap_or(&self.fallback)
    }
}

impl<M: MessageId> FromCatalog for Group<M> {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self::at(catalog, "")
    }
}

/// An enum of ids of sentences. The key of `NotBegun` in the file is `not_begun`.
#[macro_export]
macro_rules! messages {
    ($(#[$about:meta])* $visible:vis enum $name:ident { $($(#[$note:meta])* $id:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $visible enum $name { $($(#[$note])* $id),* }

        impl $crate::domain::i18n::MessageId for $name {
            const ALL: &'static [Self] = &[$(Self::$id),*];

            fn name(self) -> &'static str {
                const NAMES: &[&str] = &[$(stringify!($id)),*];
                NAMES.get(self as usize).copied().unwrap_or_default()
            }

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
