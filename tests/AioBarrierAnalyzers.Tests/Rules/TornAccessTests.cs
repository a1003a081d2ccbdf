using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Rules;

/// <summary>Values of 64 bits tear only where the project may run on a processor of 32 bits.</summary>
public class TornAccessTests
{
    private const string Meter = """
        using System;
        using System.Threading;

        public sealed class Meter
        {
            private readonly Timer _timer;
            private long _ticks;
            private DateTime _at;
            private double _load;
            private int _rounds;

            public Meter() => _timer = new Timer(_ => Tick(), null, 100, 100);

            public long Ticks => _ticks;

            public DateTime At => _at;

            public double Load => Volatile.Read(ref _load);

            public int Rounds => _rounds;

            private void Tick()
            {
                _ticks = Environment.TickCount64;
                _at = DateTime.UtcNow;
                Volatile.Write(ref _load, 0.5);
                _rounds = 1;
            }
        }
        """;

    [Theory]
    [InlineData(Platform.AnyCpu, "")]
    [InlineData(Platform.X64, "")]
    [InlineData(Platform.Arm64, "")]
    [InlineData(Platform.X86, "14 16")]
    [InlineData(Platform.Arm, "14 16")]
    [InlineData(Platform.AnyCpu32BitPreferred, "14 16")]
    public async Task SixtyFourBits_OnThirtyTwo(Platform platform, string lines)
    {
        var compilation = CSharpCompilation.Create(
            "Meter",
            [CSharpSyntaxTree.ParseText(Meter)],
            await ReferenceAssemblies.Net.Net80.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(platform == Platform.AnyCpu32BitPreferred ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                platform: platform));
        var found = await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(lines, string.Join(" ", found.Where(f => f.Id == "AIO2005").Select(f => f.Location.GetLineSpan().StartLinePosition.Line + 1).Order()));
    }
}
