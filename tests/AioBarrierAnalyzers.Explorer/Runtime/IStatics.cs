namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>The static fields of a type of a rewritten program.</summary>
public interface IStatics
{
    /// <summary>Runs what the type initializer ran.</summary>
    public void Initialize();
}
