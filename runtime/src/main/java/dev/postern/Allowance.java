package dev.postern;

/** An amount that is used, and comes back with time up to a whole; it can be overdrawn by a whole. Not thread-safe. */
final class Allowance {

    private final double whole;
    private final double perNano;
    private double left;
    private long asOf;

    Allowance(double whole, double perNano, long now) {
        this.whole = whole;
        this.perNano = perNano;
        this.left = whole;
        this.asOf = now;
    }

    boolean has(double amount, long now) {
        left = Math.min(whole, left + (now - asOf) * perNano);
        asOf = now;
        return left >= amount;
    }

    void use(double amount) {
        left = Math.max(-whole, left - amount);
    }

    /** When there will be as much, if nothing is used until then. */
    long nanosUntil(double amount) {
        return (long) Math.ceil(Math.max(0, amount - left) / perNano);
    }
}
