using Xunit;

namespace ReferenceRing.Tests;

/// <summary>Events that show when they are torn: all four words follow from the source and its count.</summary>
internal static class Events
{
    public static IoEvent Of(int source, int count) =>
        new(Data: (ulong)count, Object: (ulong)source, Result: ((long)source << 32) | (uint)count, Result2: ~(long)count);

    /// <summary>Checks that the event is whole, and the next of its source.</summary>
    public static void CheckNext(in IoEvent seen, int[] nextOfSource)
    {
        var source = (int)seen.Object;
        var expected = Of(source, nextOfSource[source]);
        if (seen != expected)
        {
            Assert.Fail($"Expected {expected}, saw {seen}.");
        }

        nextOfSource[source]++;
    }
}
