package io.github.ticryptexporter.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws that a seed decides. Each purpose has a sequence of its own, so that drawing once more for drives leaves the users
 * as they were. {@link Random} and {@link StrictMath} are specified to the bit: a seed means the same on every JVM.
 */
final class Draw {
    private final Random random;

    Draw(long seed, String purpose, long number) {
        this.random = new Random(mix(seed + mix(purpose.hashCode() + mix(number))));
    }

    // The finaliser of MurmurHash3: neighbouring seeds must not give neighbouring sequences.
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** low to high, both included. */
    long between(long low, long high) {
        return low + (long) (random.nextDouble() * (high - low + 1));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** How often something of that rate happens this time: the whole part, and once more with the chance of the rest. */
    int times(double rate) {
        int whole = (int) rate;
        return whole + (chance(rate - whole) ? 1 : 0);
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    <T> T one(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of the choices, the n-th with the n-th weight; weights need not add up to anything. */
    <T> T weighted(List<T> choices, int... weights) {
        int left = below(Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return choices.get(index);
    }

    <T> List<T> shuffled(Stream<T> items) {
        List<T> list = items.collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(list, random);
        return list;
    }

    String uuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low).toString();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
