using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class CopyFirstFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.CopyFirst);

    [Fact]
    public Task List_IsMadeOfTheCopy() => Body("Use({|primary:{|anchor:_map|}.ToList()|});", "Use(_map.ToArray().ToList());");

    [Fact]
    public Task Sort_IsOfTheCopy() => Body(
        "foreach (var e in {|primary:{|anchor:this._map|} /* all */ .OrderBy(e => e.Key)|}) Use(e.Value);",
        "foreach (var e in this._map.ToArray() /* all */ .OrderBy(e => e.Key)) Use(e.Value);");

    [Fact]
    public Task Argument_IsTheCopy() => Body(
        "Use({|primary:new List<KeyValuePair<int, string>>({|anchor:_map|})|});",
        "Use(new List<KeyValuePair<int, string>>(_map.ToArray()));");

    /// <summary>On an array that may be the method that returns nothing.</summary>
    [Fact]
    public Task Reverse_IsLeftAlone() => NotOffered("foreach (var e in {|primary:{|anchor:_map|}.Reverse()|}) Use(e.Value);");

    [Fact]
    public Task ConditionalCall_IsLeftAlone() => NotOffered("Use({|anchor:_map|}?{|primary:.ToList()|});");

    private static Task Body(string before, string after) => Edit.BecomesAsync(InMethod(before), InMethod(after));

    private static Task NotOffered(string statement) => Edit.IsNotOfferedAsync(InMethod(statement));

    private static string InMethod(string statement) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        internal sealed class C
        {
            private readonly ConcurrentDictionary<int, string> _map = new ConcurrentDictionary<int, string>();

            private void M()
            {
                {{statement}}
            }

            private static void Use(object used)
            {
            }
        }
        """;
}
