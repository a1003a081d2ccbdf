using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using AioBarrierAnalyzers.Validation.Reference;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Sdk;

namespace AioBarrierAnalyzers.Validation.UnitTesting;

/// <summary>Runs the unit tests of the reference, but for its stress tests, on a fixed mutant.</summary>
internal static class UnitTests
{
    /// <summary>Some of them wait for milliseconds to pass, which they do all at once on a machine that does much else.</summary>
    private const int Tries = 5;

    private const string Access = """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("ReferenceRing.Tests")]""";

    private static readonly object s_oneAtATime = new();

    /// <returns>How many there are, and what failed.</returns>
    public static (int Count, IReadOnlyList<string> Failures) Run(IReadOnlyDictionary<string, string> sources)
    {
        using var image = new MemoryStream();
        var compilation = ReferenceCompilation.Of(sources).AddSyntaxTrees(CSharpSyntaxTree.ParseText(Access, ReferenceCompilation.ParseOptions, "Access.cs"));
        var emitted = compilation.Emit(image);
        if (!emitted.Success) return (0, [emitted.Diagnostics[0].ToString()]);

        var context = new FixedReferenceContext(image.ToArray());
        try
        {
            lock (s_oneAtATime)
            {
                var tests = TestsIn(context.LoadTests()).ToList();
                return (tests.Count, [.. tests.Select(test => Failure(test.Method, test.Arguments, Tries)).OfType<string>()]);
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<(MethodInfo Method, object[] Arguments)> TestsIn(Assembly assembly) =>
        from type in assembly.GetTypes()
        where type.IsPublic && !type.Namespace!.EndsWith(".Stress", StringComparison.Ordinal)
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        from arguments in method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).DefaultIfEmpty([])
        select (method, arguments);

    private static string? Failure(MethodInfo test, object[] arguments, int tries)
    {
        object? instance = null;
        try
        {
            instance = Activator.CreateInstance(test.DeclaringType!);
            test.Invoke(instance, arguments);
            return null;
        }
        catch (TargetInvocationException error)
        {
            return tries > 1 ? Failure(test, arguments, tries - 1) : $"{test.DeclaringType!.Name}.{test.Name}: {error.InnerException!.Message}";
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
