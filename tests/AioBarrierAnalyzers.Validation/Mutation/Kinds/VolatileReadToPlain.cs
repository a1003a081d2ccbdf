using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary><c>Volatile.Read(ref x)</c> becomes <c>x</c>.</summary>
internal sealed class VolatileReadToPlain : IMutation
{
    public string Kind => "plain load";

    public string Description => "`Volatile.Read(ref x)` becomes `x`";

    public IReadOnlyList<string> Rules { get; } = ["AIO1004", "AIO1007", "AIO4003"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from call in AtomicCall.All(model, "Volatile")
        where call.Name == "Read"
        select new Change(call.Node, call.ReplaceWith(call.Target));
}
