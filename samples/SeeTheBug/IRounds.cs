namespace SeeTheBug;

/// <summary>A batch of rounds between two threads, each round on memory of its own.</summary>
internal interface IRounds
{
    /// <summary>Makes all rounds ready. One thread; the other rests.</summary>
    public void Prepare();

    /// <summary>What the one thread does in a round.</summary>
    public void First(int round);

    /// <summary>What the other thread does in a round, at the same time.</summary>
    public void Second(int round);

    /// <summary>Whether a round went wrong. One thread; the other rests.</summary>
    public bool IsWrong(int round);
}
