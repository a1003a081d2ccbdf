using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// The handlers that a member subscribes to the events of an object in a local, before it starts code on another thread that uses the object: it is that thread
/// which raises the events.
/// </summary>
internal sealed class Subscriptions
{
    private readonly MemberWalk _walk;
    private List<(ILocalSymbol Source, CodeBody Handler)>? _handlers;

    public Subscriptions(MemberWalk walk) => _walk = walk;

    public void Add(IEventAssignmentOperation assignment, CodeBody handler)
    {
        if (assignment is { Adds: true, EventReference: IEventReferenceOperation { Instance: ILocalReferenceOperation { Local: var source } } raised } &&
            _walk.Context.IsInSource(raised.Event))
        {
            (_handlers ??= new List<(ILocalSymbol, CodeBody)>(1)).Add((source, handler));
        }
    }

    /// <summary>Notes for the code that is started now what handlers it is to run.</summary>
    public void Start(CodeBody code)
    {
        if (_handlers is null || code.Graph is not { } graph)
            return;
        foreach ((ILocalSymbol source, CodeBody handler) in _handlers)
        {
            if (handler.Graph is null && graph.OriginalOperation.Descendants().Any(
                o => o is ILocalReferenceOperation { Local: var used } && SymbolEqualityComparer.Default.Equals(used, source)))
            {
                _walk.Deferred.Add(new DeferredCode(handler, _walk.State, isStarted: true, isLater: true));
            }
        }
    }
}
