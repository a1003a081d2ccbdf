namespace SeeTheBug;

/// <summary>What came of many rounds.</summary>
internal readonly record struct Tally(long Rounds, long Wrong)
{
    public double PerMillion => Rounds == 0 ? 0 : Wrong * 1e6 / Rounds;
}
