using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>The sets of types against the framework, and against types of the same names elsewhere.</summary>
public class LibraryTypesTests
{
    private static readonly Compilation Framework = Snippet.Compile("", ReferenceAssemblies.Net.Net100);

    private static IEnumerable<TypeSet> Sets => typeof(LibraryTypes)
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
        .Select(static set => set.GetValue(null))
        .OfType<TypeSet>()
        .Append(CollectionMembers.Types);

    public static IEnumerable<object[]> Types =>
        Sets.SelectMany(static set => set.Types).Distinct().Select(static type => new object[] { type.Space, type.Name });

    [Theory]
    [MemberData(nameof(Types))]
    public void TheTypeExistsAndIsTold(string space, string name)
    {
        var types = Framework.GetTypesByMetadataName(space + "." + name);

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Contains(Sets, set => set.Contains(type)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void ATypeOfTheSameNameIsAnother(string space, string name)
    {
        var parts = name.Split('`');
        var declaration = "class " + parts[0] +
            (parts.Length > 1 ? "<" + string.Join(", ", Enumerable.Range(0, int.Parse(parts[1])).Select(i => "T" + i)) + ">" : "") + " { }";
        var source = $$"""
            namespace Mine { public {{declaration}} public class Outer { public {{declaration}} } }
            namespace Mine.{{space}} { public {{declaration}} }
            namespace {{space}}.Mine { public {{declaration}} }
            public {{declaration}}
            """;
        var compilation = Snippet.Compile(source, ReferenceAssemblies.Net.Net100);
        string[] own = ["Mine." + name, "Mine.Outer+" + name, "Mine." + space + "." + name, space + ".Mine." + name, name];

        Assert.All(own, type =>
        {
            var symbol = compilation.Assembly.GetTypeByMetadataName(type);
            Assert.NotNull(symbol);
            Assert.DoesNotContain(Sets, set => set.Contains(symbol));
        });
    }
}
