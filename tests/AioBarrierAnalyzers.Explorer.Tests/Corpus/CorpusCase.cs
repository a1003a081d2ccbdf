using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace AioBarrierAnalyzers.Explorer.Tests.Corpus;

/// <summary>A case of the corpus that there is a scenario for: Scenarios holds a file of its name.</summary>
internal static partial class CorpusCase
{
    private static readonly string s_root = AppContext.BaseDirectory;

    public static IEnumerable<string> Names => Directory.GetFiles(Path.Combine(s_root, "Scenarios"), "*.cs")
        .Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static bool Has(string name, string variant) => File.Exists(PathOf(name, variant));

    /// <summary>One variant (Before, After or Ok) with the scenario of the case.</summary>
    public static SimulatedProgram Program(string name, string variant)
    {
        var source = File.ReadAllText(PathOf(name, variant));
        var scenario = $"using {Namespace().Match(source).Groups[1].Value};\n" + File.ReadAllText(Path.Combine(s_root, "Scenarios", name + ".cs"));
        return SimulatedProgram.FromSource([(variant + ".cs", source), (name + ".cs", scenario)]);
    }

    private static string PathOf(string name, string variant)
    {
        var shared = Path.Combine(s_root, "Corpus", "Shared", name, variant + ".cs");
        return File.Exists(shared) ? shared : Path.Combine(s_root, "Corpus", "Extra", name, variant + ".cs");
    }

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
