namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>What is chosen. Choice 0 is always the ordinary one; others may have a cost.</summary>
internal enum ChoiceKind
{
    /// <summary>0: the thread goes on. Others: another thread runs instead, which costs a preemption.</summary>
    Preempt,

    /// <summary>Which thread runs when the one that ran cannot, or yields. Free.</summary>
    Switch,

    /// <summary>0: the newest message, or the newest place. Others: an older one, which costs a stale choice.</summary>
    Stale,

    /// <summary>0: the load takes its value now. 1: later, which costs a stale choice.</summary>
    Delay,
}
