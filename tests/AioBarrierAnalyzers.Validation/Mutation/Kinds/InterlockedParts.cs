using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>An Interlocked operation becomes a load and a store.</summary>
internal static class InterlockedParts
{
    public static IEnumerable<Change> In(SemanticModel model, string load, string store) =>
        from call in AtomicCall.All(model, "Interlocked")
        where call.Node.ArgumentList.Arguments.Count != 0
        let edits = Parts(call, load, store)
        where edits is not null
        select new Change(call.Node, edits);

    /// <param name="call">The operation.</param>
    /// <param name="load">The load, {0} being the location.</param>
    /// <param name="store">The store, {0} being the location and {1} the value.</param>
    private static TextChange[]? Parts(AtomicCall call, string load, string store)
    {
        const string Seen = "before";
        var get = string.Format(null, load, call.Target);
        return call.Name switch
        {
            "Exchange" when call.IsStatement => [call.ReplaceWith(Set(call.Argument(1)))],
            "Exchange" => Edit.Hoist(call.Node, $"var {Seen} = {get};\n{Set(call.Argument(1))};", Seen),
            "CompareExchange" => Edit.Hoist(call.Node, $"var {Seen} = {get};\nif ({Seen} == {call.Argument(2)})\n{{\n    {Set(call.Argument(1))};\n}}\n", Seen),
            "Add" => Changed($"{get} + {call.Argument(1)}"),
            "Increment" => Changed($"{get} + 1"),
            "Decrement" => Changed($"{get} - 1"),
            _ => null,
        };

        TextChange[]? Changed(string value) => call.IsStatement
            ? [call.ReplaceWith(Set(value))]
            : Edit.Hoist(call.Node, $"var {Seen} = {value};\n{Set(Seen)};", Seen) ?? [call.ReplaceWith($"({Set(value)})")];

        string Set(string value) => string.Format(null, store, call.Target, value);
    }
}
