using System;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.Lock.</summary>
public static class SimulatedLock
{
#pragma warning disable CS9216 // It is a key here, and never locked.
    public static void Enter(int site, Lock key) => SimulatedMonitor.Enter(site, key);

    public static bool TryEnter(int site, Lock key) => SimulatedMonitor.TryEnter(site, key);

    public static bool TryEnter(int site, Lock key, int timeout) => SimulatedMonitor.TryEnter(site, key, timeout);

    public static bool TryEnter(int site, Lock key, TimeSpan timeout) => SimulatedMonitor.TryEnter(site, key, timeout);

    public static void Exit(int site, Lock key) => SimulatedMonitor.Exit(site, key);

    public static bool get_IsHeldByCurrentThread(int site, Lock key) => SimulatedMonitor.IsEntered(site, key);

    public static Scope EnterScope(int site, Lock key)
    {
        Enter(site, key);
        return new Scope(site, key);
    }

    /// <summary>What EnterScope gives out.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly int _site;
        private readonly Lock _key;

        internal Scope(int site, Lock key)
        {
            _site = site;
            _key = key;
        }

        public void Dispose()
        {
            if (SimulatedThread.Running is not null) Exit(_site, _key);
        }
    }
}
