using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Options;

public sealed class OptionsAnalyzerTests
{
    private static readonly DictionaryOptions Nothing = new();

    [Fact]
    public async Task Nothing_wrong_nothing_said() =>
        Assert.Empty(await Examine(Nothing, static _ => new DictionaryOptions(("aio_barrier.required_evidence", "marked"))));

    [Fact]
    public async Task One_finding_for_a_value_however_many_files_it_holds_for()
    {
        var found = await Examine(Nothing, static _ => new DictionaryOptions(("aio_barrier.required_evidence", "plenty")));

        var diagnostic = Assert.Single(found);
        Assert.Equal("AIO9001", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "The option 'aio_barrier.required_evidence' has the value 'plenty', which is not known, and its default 'any' holds; known are: any, marked, declared",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task It_has_no_place_in_the_source() =>
        Assert.Equal(Location.None, Assert.Single(await Examine(Nothing, static _ => new DictionaryOptions(("aio_barrier.fence", "F")))).Location);

    [Fact]
    public async Task A_global_value_that_every_file_inherits_is_said_once()
    {
        var global = new DictionaryOptions(("aio_barrier.wake_methods", "Kick()"));

        Assert.Single(await Examine(global, static _ => new DictionaryOptions(("aio_barrier.wake_methods", "Kick()"))));
    }

    [Fact]
    public async Task Two_values_of_one_key_and_two_keys_are_said_apart_in_a_fixed_order()
    {
        var found = await Examine(Nothing, static path => path == "A.cs"
            ? new DictionaryOptions(("aio_barrier.required_evidence", "plenty"), ("aio_barrier.guard", "State"))
            : new DictionaryOptions(("aio_barrier.required_evidence", "much")));

        Assert.Equal(
            [
                "The option 'aio_barrier.guard' is not known",
                "The option 'aio_barrier.required_evidence' has the value 'much'",
                "The option 'aio_barrier.required_evidence' has the value 'plenty'",
            ],
            found.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Split([",", " and "], StringSplitOptions.None)[0]));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Examine(AnalyzerConfigOptions global, Func<string, AnalyzerConfigOptions> ofFile)
    {
        var trees = new[] { "A.cs", "B.cs", "C.cs" }.Select(static path => CSharpSyntaxTree.ParseText("", path: path));
        var compilation = CSharpCompilation.Create("Configured", trees, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([], new FileOptionsProvider(global, ofFile));

        return await compilation.WithAnalyzers([new OptionsAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }
}
