namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>Decides what the program leaves open: with the same answers an execution is the same.</summary>
internal interface IChoices
{
    /// <summary>Answers with a number from 0 to one less than the count, which is at least 2.</summary>
    public int Choose(ChoiceKind kind, int count);
}
