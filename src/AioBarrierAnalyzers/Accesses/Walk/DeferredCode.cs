namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>A lambda or local function that is not run where it stands.</summary>
internal readonly struct DeferredCode
{
    public DeferredCode(CodeBody body, FlowState state, bool isStarted, bool isRepeated = false, bool isLater = false)
    {
        Body = body;
        State = state;
        IsStarted = isStarted;
        IsRepeated = isRepeated;
        IsLater = isLater;
    }

    public CodeBody Body { get; }

    /// <summary>What is known of the locals it sees, where it was made.</summary>
    public FlowState State { get; }

    /// <summary>It is certain to run on another thread.</summary>
    public bool IsStarted { get; }

    /// <summary>It is started again whether or not the last run has ended: the callback of a periodic timer, the body of a parallel loop.</summary>
    public bool IsRepeated { get; }

    /// <summary>It certainly runs without the locks that are held where it was made: it is kept, or another thread runs it.</summary>
    public bool IsLater { get; }
}
