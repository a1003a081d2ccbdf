using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Tells asynchronous loops that go on until they are cancelled, or as a timer ticks, and not where their caller was: they are as good as a thread of their
/// own.
/// </summary>
internal static class DetachedLoops
{
    /// <summary>The store is made in such a loop, and anybody may ask for the value meanwhile.</summary>
    public static bool AreApart(MemberEvent load, MemberEvent store) => IsAskedFor(load) && Store(store) &&
        !store.Member.Accesses.Any(a => a.Event.Operation.Syntax == load.Event.Operation.Syntax);

    private static bool IsAskedFor(MemberEvent load) => load.Member.Kind == MemberKind.Ordinary && !load.Member.Method.IsAsync &&
        !load.Member.Method.IsDisposal() && load.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    /// <summary>The store is made in such a loop, again and again.</summary>
    public static bool Store(MemberEvent store)
    {
        if (!store.Member.Method.IsAsync)
            return false;
        bool IsInLoop(MemoryEvent e) => store.Member.Search.Reaches(e.Node, store.Event.Node) && store.Member.Search.Reaches(store.Event.Node, e.Node);
        return store.Member.Graph.Events.Any(e => e.Frame.Depth == 0 && IsResumedElsewhere(e.Operation) && IsInLoop(e)) &&
            store.Member.Graph.Events.Any(e => IsForTheLoop(e.Operation) && IsInLoop(e));
    }

    /// <summary>What is awaited does not come back to the context of the caller; what a helper awaits says nothing of where this goes on.</summary>
    private static bool IsResumedElsewhere(IOperation operation) => operation is IAwaitOperation
    {
        Operation: IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Arguments: { Length: 1 } arguments, Instance.Type: var task },
    } && arguments[0].Value.ConstantValue is { HasValue: true, Value: false } && LibraryTypes.Awaited.Contains(task);

    private static bool IsForTheLoop(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "IsCancellationRequested" } asked } => LibraryTypes.CancellationToken.Contains(asked.ContainingType),
        IInvocationOperation { TargetMethod: { Name: "WaitForNextTickAsync" } next } => LibraryTypes.PeriodicTimer.Contains(next.ContainingType),
        _ => false,
    };
}
