//! Short lists in order: a few lines, where a general sort would bring kilobytes for each kind of list.

/// The items by their key, the least first; equal ones stay as they were.
pub(crate) fn sorted<T, K: PartialOrd>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut sorted: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        let place = sorted.partition_point(|(before, _)| *before <= key);
        sorted.insert(place, (key, item));
    }
    sorted.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_keys_keep_their_order() {
        let words = super::sorted(["cc", "a", "bb", "d"], |word| word.len());
        assert_eq!(words, ["a", "d", "cc", "bb"]);
    }
}
