package io.github.ticryptexporter.metrics;

/** What becomes of a family's rows when teams or hosts are folded into one row {@code other}. */
enum Folding {
    /**
     * They add up, and they rank: who takes the smallest share of the site is folded first. Devices do not rank, since the
     * only one of a type would outrank a hundred VMs.
     */
    USE,
    /** They add up. */
    SUM,
    /** They add up while every folded one has such a row: no limit is not a limit of 0. */
    LIMIT,
    /** They go: ratios, instants, names and switches have no sum. */
    NONE
}
