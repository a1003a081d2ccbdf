using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary><c>Volatile.Write(ref x, v)</c> becomes <c>x = v</c>.</summary>
internal sealed class VolatileWriteToPlain : IMutation
{
    public string Kind => "plain store";

    public string Description => "`Volatile.Write(ref x, v)` becomes `x = v`";

    public IReadOnlyList<string> Rules { get; } = ["AIO1002", "AIO1006", "AIO2004"];

    public IEnumerable<Change> In(SemanticModel model) =>
        from call in AtomicCall.All(model, "Volatile")
        where call.Name == "Write"
        select new Change(call.Node, call.ReplaceWith($"{call.Target} = {call.Argument(1)}"));
}
