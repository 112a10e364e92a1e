package io.github.ticryptexporter.metrics;

/**
 * What had to go so that the fleet's series keep to their budget.
 *
 * @param wanted series that there would be without a budget
 * @param exposed series that there are
 * @param limit the budget
 * @param objects whether the families of single VMs and drives were left out
 * @param teams how many teams were folded into one
 * @param hosts how many hosts were folded into one for each realm
 */
public record Reduction(int wanted, int exposed, int limit, boolean objects, int teams, int hosts) {

    /** Whether anything had to go. */
    public boolean isNeeded() {
        return wanted > limit;
    }

    /** Whether that was enough. */
    public boolean isEnough() {
        return exposed <= limit;
    }
}
