using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Rules;

/// <summary>
/// Types in which each location seems to guard each other one: a ring whose tail is read in order stands among fields that say nothing of threads.
/// </summary>
public class CrowdedTypeTests
{
    private const string Ring = """
        private readonly object[] _items = new object[64];
        private int _head;
        private int _tail;

        public void Put(object item)
        {
            _items[_tail & 63] = item;
            _tail = _tail + 1;
        }

        public object Take()
        {
            if (_head == Volatile.Read(ref _tail))
                return null;
            object item = _items[_head & 63];
            _head = _head + 1;
            return item;
        }

        """;

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(24)]
    public async Task What_is_marked_is_heard(int crowd)
    {
        Diagnostic finding = Assert.Single(await FindingsOf(Ring + Crowd(crowd)));

        Assert.Equal("AIO1002", finding.Id);
        Assert.Contains("'_tail'", finding.GetMessage());
    }

    [Fact]
    public async Task A_type_beyond_all_measure_is_left_alone() => Assert.Empty(await FindingsOf(Ring + Crowd(80)));

    /// <summary>A fence orders the flag, which is plain itself; the count beside it is no carrier, and is the only one of the two that is marked.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(24)]
    public async Task What_a_fence_carries_is_not_told_of_what_is_marked(int crowd) => Assert.Empty(await FindingsOf("""
        private object _item;
        private int _ready;
        private int _puts;
        private int _seen;

        public void Put(object item)
        {
            _puts = _puts + 1;
            _item = item;
            Interlocked.MemoryBarrier();
            _ready = 1;
        }

        public object Take()
        {
            if (_ready == 0)
                return null;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _puts) == _seen)
                return null;
            return _item;
        }

        """ + Crowd(crowd)));

    /// <summary>Members of one thread that test and store the same few fields.</summary>
    private static string Crowd(int members) => "private int _a, _b, _c, _d, _e, _clock;\npublic void Tick() => Volatile.Write(ref _clock, 1);\n" + string.Concat(Enumerable.Range(0, members).Select(i => $$"""
        public int Step{{i}}()
        {
            if (_a > _b)
            {
                _c = _a + {{i}};
                _d = _b;
            }
            else if (_e < _c)
            {
                _a = _d;
                _b = _e + {{i}};
            }

            return _e = _a + Volatile.Read(ref _clock);
        }

        """));

    private static Task<ImmutableArray<Diagnostic>> FindingsOf(string members)
    {
        var compilation = CSharpCompilation.Create(
            "Crowded",
            [CSharpSyntaxTree.ParseText("using System.Threading;\npublic sealed class Hub\n{\n" + members + "}\n")],
            OwnSources.Compilation.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
