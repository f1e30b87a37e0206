//! Sorts short lists by insertion. The standard sort would add kilobytes to the wasm for each type of list.

/// Sorts by ascending key; equal keys keep their order. Quadratic in the length.
pub(crate) fn sort<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while let Some([.., before, item]) = items.get_mut(..=at)
            && key(item) < key(before)
        {
            core::mem::swap(before, item);
            at = at.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = ["cc", "a", "bb", "d", "", "dd"];
        super::sort(&mut words, |word| word.len());
        assert_eq!(words, ["", "a", "d", "cc", "bb", "dd"]);
    }
}
