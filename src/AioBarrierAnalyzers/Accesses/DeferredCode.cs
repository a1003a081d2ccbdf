namespace AioBarrierAnalyzers.Accesses;

/// <summary>A lambda or local function that is not run where it stands.</summary>
internal readonly struct DeferredCode
{
    public DeferredCode(CodeBody body, FlowState state, bool isStarted)
    {
        Body = body;
        State = state;
        IsStarted = isStarted;
    }

    public CodeBody Body { get; }

    /// <summary>What is known of the locals it sees, where it was made.</summary>
    public FlowState State { get; }

    /// <summary>It is certain to run on another thread.</summary>
    public bool IsStarted { get; }
}
