using System;
using System.Collections.Generic;
using System.Threading;
using AioBarrierAnalyzers.Explorer;

/// <summary>Two ask at once; the mapping has a field that its constructor stores.</summary>
[Scenario]
sealed class TwoAsk
{
    private sealed class Suffix : IMapping
    {
        private string _suffix;

        public Suffix(string suffix) => _suffix = suffix;

        public string Map(string s) => s + _suffix;
    }

    private readonly MappingHost _host = new(() => new Suffix("!"));

    [SimulatedThread]
    void First() => Check.Equal("a!", _host.Map("a"), "the result");

    [SimulatedThread]
    void Second() => Check.Equal("b!", _host.Map("b"), "the result");
}
