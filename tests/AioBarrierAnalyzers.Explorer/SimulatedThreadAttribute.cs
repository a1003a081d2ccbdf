using System;

namespace AioBarrierAnalyzers.Explorer;

/// <summary>A method of a scenario that is the body of a thread.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SimulatedThreadAttribute : Attribute;
