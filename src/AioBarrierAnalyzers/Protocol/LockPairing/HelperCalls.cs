using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Looks through the helpers of an object that do one call and nothing else: to call one of them is to do that call, be it the base's helper.
/// </summary>
internal sealed class HelperCalls
{
    private readonly BodyProvider _bodies;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<IMethodSymbol, IInvocationOperation?> _known = new(SymbolEqualityComparer.Default);

    public HelperCalls(BodyProvider bodies, CancellationToken cancellation)
    {
        _bodies = bodies;
        _cancellation = cancellation;
    }

    /// <summary>The call that an own helper consists of; null for any other method.</summary>
    public IInvocationOperation? Within(IInvocationOperation call)
    {
        if (call.Instance is not (null or IInstanceReferenceOperation) || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            return null;
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (!_known.TryGetValue(method, out IInvocationOperation? inner))
            _known.Add(method, inner = Find(method));
        return inner;
    }

    private IInvocationOperation? Find(IMethodSymbol method) =>
        LockHelpers.OnlyCallOf(method, _cancellation) is { } only && _bodies.Get(method, _cancellation) is { } facts
            ? facts.Graph.OriginalOperation.Descendants().OfType<IInvocationOperation>().FirstOrDefault(c => c.Syntax == only)
            : null;
}
